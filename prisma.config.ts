import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The CLI would download a schema-engine binary before any command, even `generate`. Ours runs Prisma's own WebAssembly
// build of the same engine instead (scripts/schema-engine.mjs). Windows can't execute an .mjs: there the CLI downloads.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(import.meta.dirname, 'scripts/schema-engine.mjs');
}

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
