import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { otherClaimsJson } from './generator/other-claims.ts';
import { registerFiles } from './generator/registers.ts';
import { correctionsCsv, retentionClaimsCsv } from './generator/retention-claims.ts';
import { rosterOfACsv, rosterOfBCsv } from './generator/rosters.ts';
import { transportClaimsCsv } from './generator/transport-claims.ts';

/** Every file of the sample, by its path in this folder; the same on every run. */
export const sampleFiles = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(registerFiles()).map(([name, text]) => [`data/${name}`, text])),
  'claims/transport-claims.csv': transportClaimsCsv(),
  'claims/retention-claims.csv': retentionClaimsCsv(),
  'claims/corrections.csv': correctionsCsv(),
  'claims/other-claims.json': otherClaimsJson(),
  'claims/agency-a.csv': rosterOfACsv(),
  'claims/agency-b.csv': rosterOfBCsv(),
});

if (import.meta.main) {
  for (const [path, text] of Object.entries(sampleFiles())) {
    const file = new URL(path, import.meta.url);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${fileURLToPath(file)}\n`);
  }
}
