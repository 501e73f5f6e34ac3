#!/usr/bin/env node
// What the Prisma CLI starts in place of its schema-engine binary (prisma.config.ts names it): it must be a file that
// the system can execute, so this one only makes TypeScript readable and hands over.
import { register } from 'tsx/esm/api';

register();
await import('./migrate/stand-in.ts');
