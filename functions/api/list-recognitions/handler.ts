import { listRecognitionsOperation } from '../../contracts/api/recognitions.ts';
import { asRead } from '../../platform/route.ts';
import { listRecognitions as queryRecognitions } from '../../store/recognitions/list-recognitions.ts';
import { recentBook } from '../../store/rule-values/rule-book.ts';
import { desk } from '../../store/container-desk.ts';
import { listRecognitions } from './list-recognitions.ts';

export const handler = asRead(listRecognitionsOperation, () =>
  listRecognitions({
    list: (page) => queryRecognitions(desk(), page),
    valuesOf: async (division, day) => (await recentBook(desk().table, division)).rulesOn(day).values,
    vault: desk().vault,
  }),
);
