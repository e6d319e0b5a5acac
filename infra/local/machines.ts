import { readdirSync, readFileSync } from 'node:fs';
import {
  CreateStateMachineCommand,
  DescribeStateMachineCommand,
  type SFNClient,
  StateMachineDoesNotExist,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { codeOf, HostError } from './host-error.ts';

export type Machine = { readonly name: string; readonly definition: string };

const placeholder = /\$\{(\w+)Arn\}/g;

/** Every `workflows/{name}/{name}.asl.json`. */
export const readMachines = (workflows: URL): Machine[] =>
  readdirSync(workflows, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, workflows))
        .filter((file) => file === `${name}.asl.json`)
        .map((file) => ({ name, definition: readFileSync(new URL(`${name}/${file}`, workflows), 'utf8') })),
    );

/**
 * Puts the functions' ARNs where `${CheckApplicationArn}` stands.
 * @throws HostError MACHINE_NAMES_UNKNOWN_FUNCTION
 */
export const fillMachine = (
  { name, definition }: Machine,
  functions: ReadonlySet<string>,
  arnOf: (name: string) => string,
): string => {
  const named = [...definition.matchAll(placeholder)].flatMap(([, found]) =>
    found === undefined ? [] : [found],
  );
  const unknown = [...new Set(named.filter((found) => !functions.has(found)))];
  if (unknown.length > 0)
    throw new HostError(
      'MACHINE_NAMES_UNKNOWN_FUNCTION',
      `The machine ${name} names functions that are not in functions/tasks/index.ts: ${unknown.join(', ')}.`,
    );
  return definition.replaceAll(placeholder, (_, found: string) => arnOf(found));
};

const roleArn = (account: string) => `arn:aws:iam::${account}:role/subsidy-desk-local`;

const definitionOf = async (client: SFNClient, stateMachineArn: string): Promise<string | undefined> => {
  try {
    return (await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition;
  } catch (error) {
    if (error instanceof StateMachineDoesNotExist) return undefined;
    throw error;
  }
};

/**
 * Creates the machine, or updates the one that is there; executions under way keep the definition they began with.
 * @param stateMachineArn the ARN the machine has or will have
 * @throws HostError MACHINE_REFUSED with the engine's own words
 */
export const deployMachine = async (
  client: SFNClient,
  { name, definition }: Machine,
  { stateMachineArn, account }: { readonly stateMachineArn: string; readonly account: string },
): Promise<'created' | 'updated' | 'unchanged'> => {
  try {
    const found = await definitionOf(client, stateMachineArn);
    if (found === definition) return 'unchanged';
    if (found !== undefined) {
      await client.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
      return 'updated';
    }
    await client.send(
      new CreateStateMachineCommand({ name, definition, roleArn: roleArn(account), type: 'STANDARD' }),
    );
    return 'created';
  } catch (error) {
    const why = error instanceof Error ? error.message.replaceAll('\n', ' ') : codeOf(error);
    throw new HostError('MACHINE_REFUSED', `The engine refused the machine ${name}: ${why}`, {
      cause: error,
    });
  }
};
