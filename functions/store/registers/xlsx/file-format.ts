import { unreadable } from '../cells/import-issue.ts';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** A ZIP archive, as every .xlsx is. */
export const isWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

/** A compound file: an .xls of old, or the envelope of a workbook with a password. */
const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );

const withPassword = {
  code: 'FILE_HAS_PASSWORD',
  problem: { zh: '工作簿设有打开密码，无法读取。', en: 'The workbook has a password and cannot be read.' },
  mend: { zh: '请在 Excel 中取消密码后另存。', en: 'Remove the password in Excel and save it again.' },
};
const oldExcel = {
  code: 'FILE_IS_XLS',
  problem: { zh: '这是旧格式（.xls）的工作簿。', en: 'This is a workbook of the old format (.xls).' },
  mend: { zh: '请在 Excel 中另存为 .xlsx 格式。', en: 'Save it from Excel as .xlsx.' },
};
const notAWorkbook = {
  code: 'FILE_NOT_A_WORKBOOK',
  problem: {
    zh: '文件名是 .xlsx，内容却不是 Excel 工作簿（可能是改了名的 CSV）。',
    en: 'The name says .xlsx, but this is no Excel workbook (a renamed CSV file, perhaps).',
  },
  mend: {
    zh: '请用原来的 .csv 文件名，或在 Excel 中打开后另存为 .xlsx。',
    en: 'Use its .csv name, or open it in Excel and save it as .xlsx.',
  },
};
export const brokenWorkbook = {
  code: 'FILE_BROKEN',
  problem: { zh: '工作簿已损坏或没有传完。', en: 'The workbook is broken or was cut short.' },
  mend: { zh: '请重新导出或重新传送文件。', en: 'Export or copy it again.' },
};

/** @throws UnreadableFileError for an .xls, a workbook with a password, and a file that is not what its name says */
export const refuseOtherFormats = (bytes: Uint8Array, fileName = ''): void => {
  if (isCompoundFile(bytes)) throw unreadable(1, isEncrypted(bytes) ? withPassword : oldExcel);
  if (/\.xlsx$/iu.test(fileName) && bytes.length > 0 && !isWorkbook(bytes)) throw unreadable(1, notAWorkbook);
};
