import type { DatabaseSync } from 'node:sqlite';
import type { GroupCommit } from './database.ts';
import { numberOf, optionalText, textOf, type Row } from './row.ts';

export type Tag = { key: string; value: string };

export type MachineRecord = {
  readonly arn: string;
  readonly name: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly definitionId: number;
  readonly definition: string;
  readonly roleArn: string;
  /** Set by UpdateStateMachine; a machine as created has none. */
  readonly revision: string | undefined;
};

const select = `SELECT m.arn, m.name, m.created, m.definition_id, d.text, d.role_arn, d.revision, d.updated
  FROM machine m JOIN definition d ON d.id = m.definition_id`;

const recordOf = (row: Row): MachineRecord => ({
  arn: textOf(row, 'arn'),
  name: textOf(row, 'name'),
  createdMs: numberOf(row, 'created'),
  updatedMs: numberOf(row, 'updated'),
  definitionId: numberOf(row, 'definition_id'),
  definition: textOf(row, 'text'),
  roleArn: textOf(row, 'role_arn'),
  revision: optionalText(row, 'revision'),
});

const byExecution = `SELECT d.machine_arn AS arn, '' AS name, d.updated AS created, d.id AS definition_id, d.text,
  d.role_arn, d.revision, d.updated FROM definition d WHERE d.id = ?`;

/** State machines and the definitions they had. A definition is never changed: running executions keep theirs. */
export const createMachineStore = (db: DatabaseSync, commit: GroupCommit) => {
  const statements = {
    byArn: db.prepare(`${select} WHERE m.arn = ?`),
    page: db.prepare(`${select} ORDER BY m.arn LIMIT ? OFFSET ?`),
    definition: db.prepare(byExecution),
    insertDefinition: db.prepare(
      'INSERT INTO definition (machine_arn, text, role_arn, revision, updated) VALUES (?, ?, ?, ?, ?)',
    ),
    insert: db.prepare(
      "INSERT INTO machine (arn, name, type, created, definition_id, tags) VALUES (?, ?, 'STANDARD', ?, ?, ?)",
    ),
    point: db.prepare('UPDATE machine SET definition_id = ? WHERE arn = ?'),
    remove: db.prepare('DELETE FROM machine WHERE arn = ?'),
    // The rows stay: SQLite would use their numbers again, and programs are known by them.
    emptyDefinitions: db.prepare("UPDATE definition SET text = '' WHERE machine_arn = ?"),
    tags: db.prepare('SELECT tags FROM machine WHERE arn = ?'),
    setTags: db.prepare('UPDATE machine SET tags = ? WHERE arn = ?'),
  };
  type Definition = {
    arn: string;
    text: string;
    roleArn: string;
    revision: string | undefined;
    atMs: number;
  };
  const addDefinition = ({ arn, text, roleArn, revision, atMs }: Definition): number =>
    Number(statements.insertDefinition.run(arn, text, roleArn, revision ?? null, atMs).lastInsertRowid);
  return {
    find: (arn: string): MachineRecord | undefined => {
      const row = statements.byArn.get(arn);
      return row && recordOf(row);
    },
    /** By name, as AWS lists them. */
    page: (limit: number, offset: number): MachineRecord[] =>
      statements.page.all(limit, offset).map(recordOf),
    definition: (id: number): MachineRecord => {
      const row = statements.definition.get(id);
      if (!row) throw new Error(`The journal is damaged: definition ${id} is missing`);
      return recordOf(row);
    },
    insert: (machine: Definition & { name: string; tags: readonly Tag[] }) => {
      commit.touch();
      const id = addDefinition(machine);
      statements.insert.run(machine.arn, machine.name, machine.atMs, id, JSON.stringify(machine.tags));
    },
    revise: (definition: Definition) => {
      commit.touch();
      statements.point.run(addDefinition(definition), definition.arn);
    },
    /** With the texts of all its definitions: no execution of it may be left. */
    remove: (arn: string) => {
      commit.touch();
      statements.remove.run(arn);
      statements.emptyDefinitions.run(arn);
    },
    tags: (arn: string): Tag[] => {
      const row = statements.tags.get(arn);
      return row ? parseTags(textOf(row, 'tags')) : [];
    },
    setTags: (arn: string, tags: readonly Tag[]) => {
      commit.touch();
      statements.setTags.run(JSON.stringify(tags), arn);
    },
  };
};
export type MachineStore = ReturnType<typeof createMachineStore>;

const isTag = (value: unknown): value is Tag =>
  typeof value === 'object' && value !== null && 'key' in value && 'value' in value;

const parseTags = (text: string): Tag[] => {
  const tags: unknown = JSON.parse(text);
  return Array.isArray(tags) ? tags.filter(isTag) : [];
};
