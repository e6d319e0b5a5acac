import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

const manifest = z.object({ version: z.string() });

const notInABundle = `() => () => { throw new Error('A bundle has no JSON Schema of single schemas: see infra/aws/bundles'); }`;

/**
 * Every zod schema can describe itself as JSON Schema, and so holds on to all the code for it. Only `z.toJSONSchema`
 * is used, by few functions, and it finds that code for itself.
 */
const withoutOwnJsonSchema = (text: string): string =>
  text
    .replace(/^import \* as processors from .*$/m, '')
    .replace(
      /^import \{ createStandardJSONSchemaMethod, createToJSONSchemaMethod \} from .*$/m,
      `const createStandardJSONSchemaMethod = ${notInABundle}, createToJSONSchemaMethod = createStandardJSONSchemaMethod;`,
    )
    .replace(/^\s*inst\._zod\.processJSONSchema = .*$/gm, '');

/** Each file says why. */
const standIns = {
  '@aws-sdk/credential-provider-node': 'environment-credentials.ts',
  '@aws-sdk/endpoint-cache': 'no-endpoint-cache.ts',
};

/** What libraries carry and no function of ours ever calls; the loading and running tests would see it missed. */
export const withoutUnusedParts: Plugin = {
  name: 'without-unused-parts',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ }, async ({ path }) => ({
      contents: withoutOwnJsonSchema(await readFile(path, 'utf8')),
    }));
    // A client reads its version from its package.json, and nothing else.
    build.onLoad({ filter: /@aws-sdk[\\/]client-\w+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = manifest.parse(JSON.parse(await readFile(path, 'utf8')));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    // Imported when an operation answers with a stream of events, and when a browser is asked for its name.
    build.onResolve({ filter: /^(@smithy\/core\/event-streams|bowser)$/ }, ({ path }) => ({
      path,
      external: true,
    }));
    build.onResolve({ filter: /^node:stream\/(promises|web)$/ }, ({ importer }) =>
      importer.includes('@middy')
        ? { path: join(import.meta.dirname, 'stand-ins', 'no-streams.ts') }
        : undefined,
    );
    // For hosts without hashing of their own, for a retry mode that is not ours, for servers that know their region.
    build.onResolve(
      { filter: /\/(Sha256Js|AdaptiveRetryStrategy|getInstanceMetadataRegion)$/ },
      ({ importer }) =>
        importer.includes('@smithy')
          ? { path: join(import.meta.dirname, 'stand-ins', 'never-called.ts') }
          : undefined,
    );
    for (const [library, file] of Object.entries(standIns))
      build.onResolve({ filter: new RegExp(`^${library}$`) }, () => ({
        path: join(import.meta.dirname, 'stand-ins', file),
      }));
  },
};
