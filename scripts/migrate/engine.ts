import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import { schemaEngineAdapter } from './adapter.ts';

export type Engine = wasm.SchemaEngine & { close(): Promise<void> };

type PanicRegistry = { message: string; get(): string; set_message(message: string): void };

let loaded: Promise<void> | undefined;

/**
 * Opens Prisma's own schema engine, the WebAssembly build of the commit that the CLI was made from, on a database.
 * Nothing is downloaded. `datamodels` are pairs of file name and content, for commands that compare with the schema.
 */
export async function openEngine(url: string, datamodels?: [string, string][]): Promise<Engine> {
  loaded ??= load();
  await loaded;
  const { factory, close } = schemaEngineAdapter(url);
  try {
    const engine = await wasm.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
    return Object.assign(engine, {
      close: async () => {
        engine.free();
        await close();
      },
    });
  } catch (error) {
    await close();
    throw error;
  }
}

async function load(): Promise<void> {
  const kept = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: PanicRegistry };
  kept.PRISMA_WASM_PANIC_REGISTRY ??= {
    message: '',
    get() {
      return this.message;
    },
    set_message(message) {
      this.message = `RuntimeError: ${message}`;
    },
  };
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = path.join(path.dirname(entry), 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': engineImports() });
  wasm.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** What the engine calls of JavaScript. Its time limit for a lock runs on after the lock is had: it may not hold us. */
function engineImports(): WebAssembly.ModuleImports {
  const setTimeoutWithoutHold = (call: () => void, milliseconds: number) => setTimeout(call, milliseconds).unref();
  const imports = Object.entries(wasm).map(([name, value]) => {
    return [name, name.startsWith('__wbg_setTimeout_') ? setTimeoutWithoutHold : value];
  });
  return Object.fromEntries(imports);
}
