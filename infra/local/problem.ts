/** The refusals of the server itself; those of the operations are in functions/contracts/api/problems.ts. */
const problems = {
  NOT_FOUND: {
    status: 404,
    title: 'Not found',
    detail: 'Nothing is served at this address. See /openapi.json.',
    zh: '此地址没有内容，接口说明见 /openapi.json。',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address takes other methods; the Allow header lists them.',
    zh: '此地址不接受这种请求方法，可用的方法见 Allow 响应头。',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    title: 'Request too large',
    detail: 'A request may hold 10 MB. Send it in parts.',
    zh: '请求不能超过 10 MB，请分批提交。',
  },
  REQUEST_MALFORMED: {
    status: 400,
    title: 'Not an HTTP request',
    detail: 'The request cannot be read as HTTP. Look at its first line, its headers and its length.',
    zh: '无法按 HTTP 读取该请求，请检查请求行、请求头和长度。',
  },
  REQUEST_TOO_SLOW: {
    status: 408,
    title: 'Request not finished',
    detail: 'The request did not arrive in full in time. Send it again.',
    zh: '请求未在规定时间内发送完毕，请重新发送。',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'Headers too large',
    detail: 'The headers and the address may hold 16 KB in all. Send what is long in the body.',
    zh: '请求头和地址合计不能超过 16 KB，请把较长的内容放在正文里。',
  },
  INTERNAL: {
    status: 500,
    title: 'Failed on our side',
    detail: 'Something failed on our side. Give the operator the request number.',
    zh: '系统内部出错，请把请求编号（instance）告诉管理员。',
  },
  STARTING: {
    status: 503,
    title: 'Starting',
    detail: 'The desk is starting. Try again in a moment.',
    zh: '系统正在启动，请稍后再试。',
  },
  TIMED_OUT: {
    status: 503,
    title: 'Took too long',
    detail: 'This took too long. Send the same request again in a moment.',
    zh: '处理超时，请稍后原样重发。',
  },
  CLOCK_MOVE_INVALID: {
    status: 400,
    title: 'Not a move forward',
    detail:
      'Send {"advanceSeconds": 0 to 31708800} or {"to": "2026-01-05T01:00:00.000Z"}, an instant of the coming year.',
    zh: '请提供 advanceSeconds（0 至 31708800 秒）或 to（一年内的将来时刻）；时钟不能拨回。',
  },
  PRACTICE_KEY_WRONG: {
    status: 403,
    title: 'Not the practice key',
    detail: 'Send the content of secrets/practice-key as x-practice-key, from this machine.',
    zh: '请在本机操作，并以 x-practice-key 请求头提供 secrets/practice-key 的内容。',
  },
} as const;

export type HostProblem = keyof typeof problems;

/** A refusal of the server as problem+json, in the shape the operations use; `instance` is the request's number. */
export const problem = (
  code: HostProblem,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
) => {
  const { status, title, detail, zh } = problems[code];
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 && { 'retry-after': '1' }),
      ...headers,
    },
    body: JSON.stringify({
      type: `urn:subsidy-desk:problem:${code}`,
      title,
      status,
      code,
      detail,
      messageZh: zh,
      instance: requestId,
    }),
  };
};
