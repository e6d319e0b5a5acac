import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { derivePermissions } from './derive-permissions.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const permissions = derivePermissions(root);
writeFileSync(join(import.meta.dirname, 'permissions.json'), `${JSON.stringify(permissions, null, 2)}\n`);
