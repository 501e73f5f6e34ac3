import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '../lib/domain/result.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** What was typed of the options `T`. */
export type OptionValues<T extends Options> = Parsed<T>['values'];

interface TypedCommand<T extends Options> {
  /** The first word, whatever it is; `help` also where the option of that name stands anywhere. */
  readonly name: string | undefined;
  /** The words after it. */
  readonly rest: readonly string[];
  readonly values: OptionValues<T>;
}

/**
 * Takes apart what stands after the `--` of `npm run`.
 *
 * @param options all that the script knows, of all its commands
 * @returns the command as it was typed; the error is a sentence in Chinese
 */
export function readCommand<T extends Options>(args: readonly string[], options: T): Result<TypedCommand<T>, string> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const [name, ...rest] = positionals;
    return ok({ name: 'help' in values ? 'help' : name, rest, values });
  } catch (error) {
    return fail(`参数有误：${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * An option of the script that is none of the command's own.
 *
 * @param own names of the command's options
 * @returns a sentence in Chinese about the first such option; null: there is none
 */
export function foreignOption(name: string, values: object, own: readonly string[]): string | null {
  const foreign = Object.keys(values).find((option) => !own.includes(option));
  return foreign === undefined ? null : `命令 ${name} 没有参数 --${foreign}。`;
}
