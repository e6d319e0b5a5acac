import type { Host } from './host.ts';

/** What the operator reads when the desk is open. */
export const readyText = (host: Host, tookMs: number): string => {
  const width = Math.max(0, ...host.users.map(({ id }) => id.length));
  const users = host.users.map(
    ({ id, name, roles, division }) =>
      `  npm run -s subsidy -- token ${id.padEnd(width)}  ${name}, ${roles.join(' ')}, ${division}`,
  );
  const lines = [
    '',
    `The desk is open (${(tookMs / 1000).toFixed(1)} s).`,
    '',
    `  desk      ${host.url}`,
    `  API       ${host.url}/openapi.json`,
    `  engine    ${host.statesUrl}  (aws stepfunctions --endpoint-url …)`,
    `  functions ${host.lambdaUrl}  (aws lambda --endpoint-url …)`,
    `  database  ${host.databaseUrl}  (aws dynamodb --endpoint-url …)`,
    `  data      ${host.folder}`,
    '',
    ...(users.length > 0
      ? ['A token for', ...users]
      : [`Nobody can sign in yet: list your users in ${host.folder}/users.json (infra/local/README.md).`]),
    '',
    'Ctrl-C stops the desk; the next start goes on where it was.',
    '',
  ];
  return lines.join('\n');
};
