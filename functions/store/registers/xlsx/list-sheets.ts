import { text } from 'node:stream/consumers';
import { readXml } from 'hucre/xml';
import { unreadable } from '../cells/import-issue.ts';
import { brokenWorkbook } from './file-format.ts';
import { type Archive, orBroken } from './open-archive.ts';

export type SheetPart = { readonly name: string; readonly path: string; readonly hidden: boolean };

type Element = Readonly<Record<string, unknown>>;

const attribute = (element: Element, name: string): string => {
  const value = element[`@${name}`];
  return typeof value === 'string' ? value : '';
};

/** The elements of one name in a part; none where the part is not there. */
const elementsOf = async (archive: Archive, path: string, rowTag: string): Promise<readonly Element[]> => {
  if (!archive.names.includes(path)) return [];
  const xml = await orBroken(archive.open(path).then(text));
  try {
    return readXml(xml, { rowTag }).data;
  } catch {
    throw unreadable(1, brokenWorkbook);
  }
};

const otherOffice = {
  code: 'FILE_NOT_A_WORKBOOK',
  problem: { zh: '压缩文件中没有 .xlsx 工作簿。', en: 'There is no .xlsx workbook in this file.' },
  mend: { zh: '请在 Excel 中另存为 .xlsx 格式。', en: 'Save it from Excel as .xlsx.' },
};

/** A target as a path in the archive: `worksheets/sheet1.xml` or `/xl/worksheets/sheet1.xml`. */
const pathOf = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `zip:///${folder}`).pathname.slice(1);

/** The sheets in the order of their tabs, each with the part that holds it. */
export const listSheets = async (archive: Archive): Promise<SheetPart[]> => {
  const roots = await elementsOf(archive, '_rels/.rels', 'Relationship');
  const root = roots.find((relation) => attribute(relation, 'Type').endsWith('/officeDocument'));
  const workbook = root && pathOf('', attribute(root, 'Target'));
  if (workbook === undefined || !workbook.endsWith('.xml')) throw unreadable(1, otherOffice);
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const relations = await elementsOf(
    archive,
    `${folder}_rels/${workbook.slice(folder.length)}.rels`,
    'Relationship',
  );
  const targets = new Map(
    relations.map((relation) => [attribute(relation, 'Id'), pathOf(folder, attribute(relation, 'Target'))]),
  );
  const sheets = await elementsOf(archive, workbook, 'sheet');
  if (sheets.length === 0) throw unreadable(1, otherOffice);
  return sheets.flatMap((sheet) => {
    const path = targets.get(attribute(sheet, 'r:id'));
    const hidden = attribute(sheet, 'state').includes('idden');
    return path === undefined || !archive.names.includes(path)
      ? []
      : [{ name: attribute(sheet, 'name'), path, hidden }];
  });
};
