import { unfinishedImports } from '../../../functions/store/registers/import/import-record.ts';
import { deskNow } from '../practice-time.ts';
import { openStore } from '../open-store.ts';
import { findDesk } from '../running-desk.ts';

/** Prints the imports that were cut short. */
export const listUnfinished = async (data: string | undefined): Promise<void> => {
  const desk = findDesk(data);
  // Asked first: a desk that was killed leaves its address behind.
  await deskNow(desk);
  const { table } = openStore(desk);
  const found = await unfinishedImports(table);
  table.documents.destroy();
  const lines = found.map(
    (record) =>
      `${record.startedAt}  ${record.registers.join(', ').padEnd(13)}  ${record.toWrite} records to write  sha256 ${record.fileHash.slice(0, 16)}…\n`,
  );
  process.stdout.write(
    lines.length === 0
      ? '没有中断的导入。 No import was interrupted.\n'
      : `${lines.join('')}请重新导入同一文件以补完。 Import the same file again to complete it.\n`,
  );
};
