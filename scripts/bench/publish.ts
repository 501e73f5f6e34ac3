/**
 * `npm run bench:publish`: from the lines of a budget to its documents, beside LibreOffice working out and printing a
 * spreadsheet of the same lines in the same run; and the same in the running server. What is measured: docs/benchmarks.md.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { database } from '@/lib/db/client.ts';
import { NARRATIVE } from '@/lib/domain/annexes/annex-entries.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { DEMONSTRATION_ACCOUNTS, PETITION_OFFICE } from '@/lib/services/demonstration/accounts.ts';
import { readDemonstrationPackage } from '@/lib/services/demonstration/demonstration-files.ts';
import { publicationOf } from '@/lib/services/exports/publication-of.ts';
import { approvedSet } from '../../tests/demonstration-set.ts';
import { loadDemonstrationData } from '../demonstration.ts';
import { benchDatabase, describeMachine, type OnClose, runBench } from './bench-frame.ts';
import { bundleForNode } from './bundle.ts';
import { type InventedLine, inventBudget, packageWith } from './invented-budget.ts';
import { serveBuild } from './product-server.ts';
import { libreOfficeProgram, prepareProfile, publishArguments } from './publish/libre-office.ts';
import { type MeasuredRun, measuredRun } from './publish/measured-run.ts';
import { expectSameFigures, peerBook } from './publish/peer-book.ts';
import { signedInCookie } from './session-cookie.ts';
import { median, p95 } from './statistics.ts';

const YEAR = 2023;
const COLD_RUNS = 7;
const WARM_RUNS = 21;
const BUILD = process.env.NEXT_DIST_DIR ?? '.next';
/** What a spreadsheet prints too, and what it does not: the whole document, beside the same spreadsheet. */
const WANTED = [
  { formats: ['pdf'], withNarrative: false },
  { formats: ['pdf', 'xlsx'], withNarrative: false },
  { formats: ['pdf'], withNarrative: true },
] as const;

type Run = (what: 'time' | 'memory') => Promise<MeasuredRun>;

interface Job {
  readonly label: string;
  readonly ours: Run;
  readonly theirs: Run;
  /** Throws unless the spreadsheet has worked out the same figures. */
  readonly verify: () => Promise<void>;
}

/** What a budget is measured with: its programs, and the folder for all files. */
interface Bench {
  readonly folder: string;
  /** The product's own code for a cold process. */
  readonly cold: string;
  readonly soffice: string;
}

/** The demonstration's lines and as many more of basic expenditure as make 80 of them. */
function withMore(model: { basic: readonly object[] }, lines: readonly InventedLine[]): object {
  return { ...model, basic: [...model.basic, ...lines.slice(0, 15)] };
}

/** The lines of a package as the product takes them and as a spreadsheet, in the bench's folder. */
async function prepare(
  { folder, cold, soffice }: Bench,
  name: string,
  budgetPackage: unknown,
): Promise<readonly Job[]> {
  const set = await approvedSet(budgetPackage);
  const file = (rest: string) => path.join(folder, `${name}.${rest}`);
  await writeFile(file('json'), JSON.stringify(budgetPackage));
  const { bytes, formulas } = peerBook(set);
  await writeFile(file('book.xlsx'), bytes);
  const lines = set.units.flatMap(({ budget }) => [...budget.revenue, ...budget.expenditure]).length;
  console.log(`${name}: ${lines} lines; spreadsheet of ${formulas.sumifs} SUMIFS and ${formulas.sums} SUM`);
  const annexes = publicationOf(set).tables.map(({ annex }) => annex);
  return WANTED.map(({ formats, withNarrative }) => {
    const parts = [...(withNarrative ? [NARRATIVE] : []), ...annexes].join(',');
    const targets = (who: string) => formats.map((format) => file(`${who}.${format}`));
    const published = publishArguments(path.join(folder, 'profile'), file('book.xlsx'), targets('theirs'));
    return {
      label: `${lines} lines → ${formats.join(' + ').toUpperCase()}${withNarrative ? ', ours with narrative' : ''}`,
      ours: (what) => measuredRun(process.execPath, [cold, file('json'), parts, ...targets('ours')], what),
      theirs: (what) => measuredRun(soffice, published, what),
      verify: async () => {
        const workedOut = targets('theirs').find((target) => target.endsWith('.xlsx'));
        if (workedOut) await expectSameFigures(set, await readFile(workedOut));
      },
    };
  });
}

/** Both take turns, so that what else the machine does falls on both; their memory is that of a run that is not timed. */
async function measureCold({ label, ours, theirs, verify }: Job): Promise<string> {
  const peaks = [await ours('memory'), await theirs('memory')].map(({ peakBytes }) => (peakBytes ?? 0) / 1_048_576);
  await verify();
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let count = 0; count < COLD_RUNS; count += 1) {
    times.ours.push((await ours('time')).wallMs);
    times.theirs.push((await theirs('time')).wallMs);
  }
  const [own, peer] = [median(times.ours), median(times.theirs)];
  const [ownPeak = 0, peerPeak = 0] = peaks;
  const cells = [
    label,
    `${own.toFixed(0)} ms`,
    `${peer.toFixed(0)} ms`,
    (peer / own).toFixed(1),
    `${ownPeak.toFixed(0)} MB`,
    `${peerPeak.toFixed(0)} MB`,
    (peerPeak / ownPeak).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The demonstration budget's PDF from the running server, signed in, over HTTP. */
async function measureWarm(onClose: OnClose): Promise<string> {
  const databaseUrl = await benchDatabase(onClose);
  await loadDemonstrationData(databaseUrl);
  const url = await serveBuild(BUILD, databaseUrl, onClose);
  const clerk = DEMONSTRATION_ACCOUNTS.find(({ role }) => role === 'CLERK');
  if (!clerk) throw new Error('the demonstration has no clerk');
  const cookie = await signedInCookie(url, clerk.username, clerk.password);
  const { id } = await database().budget.findFirstOrThrow({
    where: { unit: { code: PETITION_OFFICE }, year: YEAR },
  });
  const times: number[] = [];
  for (let count = 0; count <= WARM_RUNS; count += 1) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/v1/budgets/${id}/exports?format=pdf`, { headers: { cookie } });
    const { byteLength } = await answer.arrayBuffer();
    if (!answer.ok || answer.headers.get('content-type') !== 'application/pdf') {
      throw new Error(`no PDF: ${answer.status}, ${byteLength} bytes`);
    }
    if (count > 0) times.push(performance.now() - began);
  }
  return `PDF of the demonstration budget from the running server: median ${median(times).toFixed(0)} ms, p95 ${p95(times).toFixed(0)} ms (${WARM_RUNS} runs after one that is not counted)`;
}

await runBench(async (onClose) => {
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  const soffice = libreOfficeProgram();
  const machine = describeMachine();
  // Beside the packages, which the bundle asks for
  const folder = await mkdtemp(path.resolve('node_modules/.cache/mingsuan-bench-'));
  onClose(() => rm(folder, { recursive: true, force: true }));
  const cold = await bundleForNode('publish/cold-run.ts', path.join(folder, 'cold'));
  await prepareProfile(soffice, path.join(folder, 'profile'));
  const model = await readDemonstrationPackage('petition-office-2023');
  const { lines } = inventBudget(await loadEdition(YEAR));
  const bench = { folder, cold, soffice };
  const jobs = [
    ...(await prepare(bench, 'small', withMore(Object(model), lines))),
    ...(await prepare(bench, 'large', packageWith(Object(model), lines))),
  ];
  console.log(`\nMeasured on ${machine}, ${COLD_RUNS} runs of each in turn, medians\n`);
  console.log('| cold process | 明算 | LibreOffice | ahead | memory | LibreOffice | ahead |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const job of jobs) console.log(await measureCold(job));
  console.log(`\n${await measureWarm(onClose)}`);
});
