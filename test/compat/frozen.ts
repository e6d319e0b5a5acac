import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { machineFiles, readMachine } from '../workflows/machine.ts';
import type { States } from './breaks-between.ts';
import { contracts, type Contracts } from './contracts.ts';

const folder = 'test/compat';

type Release = {
  readonly name: string;
  readonly contracts: Contracts;
  /** By the file's name: application.asl.json. */
  readonly machines: ReadonlyMap<string, States>;
  readonly definition: string;
};

/** Every Map's own states beside those of its machine. */
const allStates = (states: States): States => {
  const inner = Object.values(states).flatMap((state) => {
    const processor = state['ItemProcessor'] as { States?: States } | undefined;
    return processor?.States === undefined ? [] : Object.entries(allStates(processor.States));
  });
  return { ...states, ...Object.fromEntries(inner) };
};

const machinesIn = (files: readonly string[]): Release['machines'] =>
  new Map(files.map((file) => [basename(file), allStates(readMachine(file).States)]));

export const frozenReleases = (): Release[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      contracts: contracts.parse(JSON.parse(readFileSync(`${folder}/${name}/contracts.json`, 'utf8'))),
      machines: machinesIn(globSync(`${folder}/${name}/*.asl.json`)),
      definition: readFileSync(`${folder}/${name}/application.asl.json`, 'utf8'),
    }));

export const todaysMachines = (): Release['machines'] => machinesIn(machineFiles());
