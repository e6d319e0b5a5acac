import { unreadable } from '../cells/import-issue.ts';

export const encodings = ['UTF-8', 'UTF-8 with BOM', 'UTF-16LE', 'GB18030'] as const;
export type Encoding = (typeof encodings)[number];
export type DecodedFile = { readonly text: string; readonly encoding: Encoding };

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const strictly = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

/**
 * The text of a file from a county office: UTF-8 with or without BOM, Excel's "Unicode text", or GBK/GB18030,
 * which is tried when the bytes are not strict UTF-8.
 * @throws UnreadableFileError when it is an Excel workbook, or in none of these encodings
 */
export const decodeFile = (bytes: Uint8Array): DecodedFile => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable(1, {
      code: 'FILE_IS_A_WORKBOOK',
      problem: { zh: '这是 Excel 工作簿，不是 CSV 文件。', en: 'This is an Excel workbook, not a CSV file.' },
      mend: {
        zh: '请在 Excel 中另存为“CSV UTF-8（逗号分隔）”。',
        en: 'Save it from Excel as "CSV UTF-8 (comma delimited)".',
      },
    });
  if (startsWith(bytes, 0xff, 0xfe)) {
    const text = strictly('utf-16le', bytes);
    if (text !== undefined) return { text, encoding: 'UTF-16LE' };
  }
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== undefined)
    return { text: utf8, encoding: startsWith(bytes, 0xef, 0xbb, 0xbf) ? 'UTF-8 with BOM' : 'UTF-8' };
  const gb18030 = strictly('gb18030', bytes);
  if (gb18030 !== undefined) return { text: gb18030, encoding: 'GB18030' };
  throw unreadable(1, {
    code: 'FILE_ENCODING',
    problem: {
      zh: '文件编码既不是 UTF-8 也不是 GBK/GB18030。',
      en: 'The file is neither UTF-8 nor GBK/GB18030.',
    },
    mend: { zh: '请另存为“CSV UTF-8”后重试。', en: 'Save it as "CSV UTF-8" and try again.' },
  });
};
