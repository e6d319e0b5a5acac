import { Command } from 'commander';
import { readKeyFile, withNewKey } from '../../../functions/platform/key-file.ts';
import { writePrivateFile } from '../../local/secret-file.ts';
import { keyFileOf } from './key-file-of.ts';

const rotate = ({ data }: { readonly data?: string }): void => {
  const path = keyFileOf(data);
  const ring = withNewKey(readKeyFile(path), new Date().toISOString());
  writePrivateFile(path, JSON.stringify(ring));
  process.stdout.write(
    `${path}：新增密钥 ${ring.current}，共 ${ring.keys.length} 个，旧密钥保留。请立即另存此文件的备份。\n` +
      `${path}: the key ${ring.current} was added and seals from now on; all ${ring.keys.length} open. ` +
      'Back the file up now: without it, what the new key seals cannot be read.\n',
  );
};

export const rotateCommand = (): Command =>
  new Command('rotate')
    .description('add a key that seals from now on; the old ones stay and go on opening')
    .option('--data <dir>', 'the data folder of the desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
A running desk learns of the new key within ten minutes, and at once when it meets a field that was sealed with it. The
key that makes look-up keys never changes: every pseudonym in the table was made with it (docs/adr/0012).

Exit code: 0 added, 1 there is no key file, 2 wrong use.`,
    )
    .action(rotate);
