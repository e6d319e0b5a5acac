import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

export type ProcessFigures = {
  readonly pid: number;
  readonly name: string;
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  /** The most it has held since it began. */
  readonly peakBytes: number;
};

/** Linux counts processor time for /proc in hundredths of a second, whatever the kernel's own tick. */
const ticksPerSecond = 100;

/** Elsewhere than on Linux there is no /proc: processor time and memory are then not measured. */
export const canReadProcesses = existsSync('/proc/self/stat');

const read = (pid: number, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended while the list was read.
    return undefined;
  }
};

/** The fields of /proc/PID/stat behind the name, which may hold spaces; the first is field 3, the state. */
const statOf = (pid: number): string[] | undefined => {
  const text = read(pid, 'stat');
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
};

const nameOf = (pid: number): string => {
  const words = read(pid, 'cmdline')?.split('\0') ?? [];
  // The counter that the bench loads comes before it; a word with spaces is a shell's whole command.
  const script = words.findLast((word) => /^\S+\.ts$/.test(word));
  return script ?? (words[0]?.startsWith('npm') === true ? 'npm' : basename(words[0] ?? ''));
};

const kilobytes = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;

const figuresOf = (pid: number): ProcessFigures[] => {
  const stat = statOf(pid);
  const status = read(pid, 'status');
  if (stat === undefined || status === undefined) return [];
  return [
    {
      pid,
      name: nameOf(pid),
      // utime, stime, and the same of children that have ended: fields 14 to 17.
      cpuSeconds: stat.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond,
      residentBytes: kilobytes(status, 'VmRSS'),
      peakBytes: kilobytes(status, 'VmHWM'),
    },
  ];
};

/** A process and all that it started, as far as they still run. */
export const readProcessTree = (root: number): readonly ProcessFigures[] => {
  const parents = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map((pid) => ({ pid, parent: Number(statOf(pid)?.[1]) }));
  const below = (pid: number): number[] => [
    pid,
    ...parents.filter(({ parent }) => parent === pid).flatMap((child) => below(child.pid)),
  ];
  return below(root).flatMap(figuresOf);
};
