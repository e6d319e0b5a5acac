import { parseDefinition } from './definition/parse.ts';
import { compileProgram, type Program } from './definition/program.ts';
import type { Expressions } from './expressions/expression.ts';
import type { MachineStore } from './journal/machines.ts';

/** So many programs are kept at hand; running executions hold on to their own. */
const most = 1000;

/** Definitions made ready to run, each once. They never change: an update of a machine makes a new one. */
export const createPrograms = (machines: MachineStore, expressions: Expressions) => {
  const known = new Map<number, { program: Program; roleArn: string }>();
  return (definitionId: number) => {
    const found = known.get(definitionId);
    if (found) return found;
    const { definition, roleArn } = machines.definition(definitionId);
    const parsed = parseDefinition(definition);
    if (!parsed.ok)
      throw new Error(
        `Definition ${definitionId} was accepted before and is refused now: ${JSON.stringify(parsed.diagnostics)}`,
      );
    const made = { program: compileProgram(parsed.value, expressions), roleArn };
    if (known.size >= most) known.clear();
    known.set(definitionId, made);
    return made;
  };
};
