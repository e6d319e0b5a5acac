import { listRecognitionsOperation } from '../../contracts/api/recognitions.ts';
import { asRead } from '../../platform/route.ts';
import { listRecognitions as queryRecognitions } from '../../store/recognitions/list-recognitions.ts';
import { desk } from '../services.ts';
import { listRecognitions } from './list-recognitions.ts';

export const handler = asRead(listRecognitionsOperation, () =>
  listRecognitions({ list: (page) => queryRecognitions(desk(), page), vault: desk().vault }),
);
