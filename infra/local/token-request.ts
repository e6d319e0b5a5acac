import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A refusal of the token endpoint in the words of RFC 6749 section 5.2. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly status: number;
  readonly error: string;
  constructor(error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type', description: string) {
    super(description);
    this.error = error;
    this.status = error === 'invalid_client' ? 401 : 400;
  }
}

export type Credentials = { readonly id: string; readonly secret: string };

const formOf = ({ headers, body = '', isBase64Encoded }: APIGatewayProxyEventV2): URLSearchParams => {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new OAuthError('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  const form = new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  for (const name of form.keys())
    if (form.getAll(name).length > 1) throw new OAuthError('invalid_request', 'A parameter is given twice.');
  return form;
};

/** RFC 6749 section 2.3.1: both halves are form-encoded before they are joined. */
const formDecode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const basicOf = (authorization: string): Credentials => {
  const [, encoded] = /^basic ([\w+/=-]+)$/i.exec(authorization) ?? [];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  if (id === undefined || secret === undefined)
    throw new OAuthError('invalid_client', 'The Authorization header is not HTTP Basic.');
  return { id: formDecode(id), secret: formDecode(secret) };
};

/**
 * Who asks for a token.
 * @throws OAuthError
 */
export const readTokenRequest = (event: APIGatewayProxyEventV2): Credentials => {
  const form = formOf(event);
  const grant = form.get('grant_type');
  if (grant === null) throw new OAuthError('invalid_request', 'grant_type is missing.');
  if (grant !== 'client_credentials')
    throw new OAuthError('unsupported_grant_type', 'Only client_credentials is served here.');
  const authorization = event.headers['authorization'];
  const secret = form.get('client_secret');
  if (authorization !== undefined) {
    if (secret !== null) throw new OAuthError('invalid_request', 'Authenticate in one way, not in two.');
    return basicOf(authorization);
  }
  const id = form.get('client_id');
  if (id === null || secret === null)
    throw new OAuthError('invalid_client', 'Send client_id (the user) and client_secret, or HTTP Basic.');
  return { id, secret };
};
