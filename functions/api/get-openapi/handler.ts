import { getOpenapiOperation } from '../../contracts/api/openapi.ts';
import { asPublicRead } from '../../platform/route.ts';
import { openapiDocument } from './document.ts';

export const handler = asPublicRead(getOpenapiOperation, () => {
  const document = { ...openapiDocument() };
  return () => Promise.resolve(document);
});
