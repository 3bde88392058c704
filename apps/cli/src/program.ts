// The commands by name. Each lives in its own file and is loaded when it is called; help is the
// source of docs/reference/cli.md.

import { Command } from 'commander';
import type { CreateOptions as AccountOptions } from './commands/account.ts';
import type { CreateOptions as DeviceOptions } from './commands/device.ts';
import type { SitingOptionsGiven } from './commands/siting.ts';
import type { RoutingOptions } from './commands/routing.ts';

export function createProgram(): Command {
  const program = new Command('anlan').description('Anlan 安澜: the open emergency platform for ports and islands').version('0.1.0').showHelpAfterError();

  program.command('start').description('start the server (the same as npm start, without building the web)')
    .action(async () => (await import('./commands/start.ts')).start());

  program.command('play').argument('<scenario>', 'scenario id, such as D1').description('play a scenario from its first reading to its closed review, in a drill of its own')
    .option('--speed <n>', 'scenario seconds a second, or max for headless', 'max')
    .option('--port <port>', 'port of the web while playing for people', '8081')
    .option('--quiet', 'print only the figures and the hash', false)
    .option('--keep', 'keep the database of the drill, and print how to open it', false)
    .option('--open <database>', 'play nothing: open the web on a drill that was kept')
    .action(async (scenario: string, options: { speed: string; port: string; quiet: boolean; keep: boolean; open?: string }) => (await import('./commands/play.ts')).play(scenario, options));

  program.command('feed').description('send AIS sentences to a door: the simulated ships, or a file of sentences')
    .option('--host <host>', 'host of the door', '127.0.0.1').option('--ais-port <port>', 'TCP port of the AIS door; left out: ANLAN_AIS_TCP_PORT, or 10110')
    .option('--file <path>', 'play this file of AIS sentences instead').option('--rate <lines>', 'lines a second for a file', '50')
    .option('--seconds <n>', 'stop after this long; 0 runs until it is interrupted', '0')
    .action(async (options: { host: string; aisPort?: string; file?: string; rate: string; seconds: string }) => (await import('./commands/feed.ts')).feed(options));

  program.command('forecast').description('run one oil drift forecast from a JSON case')
    .option('--input <file>', 'case as JSON; - reads standard input').option('--output <dir>', 'folder for outcome.json; left out: the summary is printed')
    .option('--schema', 'print the JSON schema of a case', false)
    .action(async (options: { input?: string; output?: string; schema: boolean }) => (await import('./commands/forecast.ts')).forecast(options));

  sitingCommand(program);

  program.command('allocate').description('demand against three reserves').command('run').description('the best plan of a JSON problem, its distance to a proven bound, and what is in the way of what stays unmet')
    .option('--input <file>', 'problem as JSON; - reads standard input').option('--seconds <n>', 'time for the whole ladder', '10')
    .option('--rungs', 'print every rung of the ladder, not the last one only', false).option('--schema', 'print the JSON schema of a problem', false)
    .action(async (options: { input?: string; seconds: string; rungs: boolean; schema: boolean }) => (await import('./commands/allocate.ts')).allocate(options));

  const stress = program.command('stress').description('readiness stress test');
  stress.command('run').description('run scenarios against the reserves and forces of this installation')
    .option('--input <file>', 'cases as JSON; - reads standard input').option('--schema', 'print the JSON schema of the file', false)
    .option('--geojson', 'print the gap map as GeoJSON', false).option('--brief', 'print the gaps only', false)
    .action(async (options: { input?: string; schema: boolean; geojson: boolean; brief: boolean }) => (await import('./commands/stress.ts')).stressRun(options));

  const calc = program.command('calc').description('call a single formula');
  calc.command('list').description('all formulas').action(async () => (await import('./commands/calc.ts')).list());
  calc.command('describe').argument('<id>').description('inputs with units and valid ranges, and the source').action(async (id: string) => (await import('./commands/calc.ts')).describe(id));
  calc.command('run').argument('<id>').requiredOption('--json <inputs>', 'inputs as JSON').description('compute it').action(async (id: string, options: { json: string }) => (await import('./commands/calc.ts')).run(id, options.json));

  const log = program.command('log').description('the event log');
  log.command('verify').description('walk the hash chain of every realm, sum its holdings, and compare with the heads that were kept')
    .option('--head <hash>', 'a head written down elsewhere that must be in the log; may be given more than once', many, [])
    .action(async (options: { head: readonly string[] }) => (await import('./commands/log.ts')).verify(options));
  log.command('head').description('where every realm stands: position, count and hash, to be written down elsewhere').action(async () => (await import('./commands/log.ts')).head());

  movementCommands(program);
  accountCommands(program);
  deviceCommands(program);
  routingCommands(program);

  program.command('rebuild').description('fold the whole log again into its views and holdings').action(async () => (await import('./commands/log.ts')).rebuild());
  program.command('doctor').description('check this installation and say what to mend').action(async () => (await import('./commands/doctor.ts')).doctor());
  return program;
}

const many = (value: string, before: readonly string[]): readonly string[] => [...before, value];

function movementCommands(program: Command): void {
  const movement = program.command('movement').description('earliest arrival by road, ferry, sea and air');
  movement.command('matrix').description('from every place to every place, for one hour of departure').option('--input <file>', 'case as JSON; - reads standard input').option('--schema', 'print the JSON schema of a case', false)
    .action(async (options: { input?: string; schema: boolean }) => (await import('./commands/movement.ts')).matrix(options));
  movement.command('path').description('one way with its legs, waits and reasons').option('--input <file>', 'case as JSON; - reads standard input').option('--schema', 'print the JSON schema of a case', false)
    .action(async (options: { input?: string; schema: boolean }) => (await import('./commands/movement.ts')).path(options));
}

function sitingCommand(program: Command): void {
  program.command('siting').argument('<model>', 'pmedian, mclp, lscp, pcenter, mexclp or ufl').description('where to place sites, with a bound that says how far the answer may be from the best')
    .option('--input <file>', 'OR-Library pmed or cap file, CSV of distances, or JSON; - reads standard input')
    .option('--p <n>', 'number of sites in all, standing ones included; left out: as the file says').option('--radius <distance>', 'within reach, in the unit of the distances')
    .option('--weights <file>', 'CSV of demand ids and weights').option('--locked <ids>', 'sites that stand and stay, separated by commas').option('--forbidden <ids>', 'sites that may not be used')
    .option('--busy <share>', 'mexclp: share of time that a unit is busy, 0 to 1').option('--backup <share>', 'lscp: 1 asks for a second site by an independent way; mclp: worth of one')
    .option('--hours <share>', 'lscp: share of the hours in which a site must reach').option('--optima <n>', 'lscp: list up to so many best sets')
    .option('--capacity <n>', 'capacity of every site').option('--uncapacitated', 'lift the capacities of the file', false)
    .option('--seconds <n>', 'processor seconds for the search', '10').option('--seed <n>', 'seed of the search', '1').option('--highs', 'put what is not proven to the HiGHS solver, as long again', false)
    .option('--schema', 'print the JSON schema of a problem', false)
    .action(async (model: string, options: SitingOptionsGiven) => (await import('./commands/siting.ts')).siting(model, options));
}

function accountCommands(program: Command): void {
  const account = program.command('account').description('who may sign in; works beside a running server or alone');
  account.command('create').argument('<user-name>', 'small letters, digits, dots, hyphens').description('make an account; the password is asked on the terminal')
    .requiredOption('--role <role>', 'duty, commander, dispatcher, responder, enterprise, reserve, industry or admin; may be given more than once', many, [])
    .option('--organisation <id>', 'id in the register of organisations; only an administrator may be without one', '')
    .requiredOption('--name-zh <name>', 'name to show, in Chinese').requiredOption('--name-en <name>', 'name to show, in English')
    .option('--generate', 'draw a password and print it once instead of asking', false)
    .action(async (userName: string, options: AccountOptions) => (await import('./commands/account.ts')).create(userName, options));
  account.command('list').description('all accounts, also revoked ones').action(async () => (await import('./commands/account.ts')).list());
  account.command('revoke').argument('<user-name>').requiredOption('--reason <text>', 'kept in the log').description('end an account and its sessions; its name is never given again')
    .action(async (userName: string, options: { reason: string }) => (await import('./commands/account.ts')).revoke(userName, options));
  account.command('password').argument('<user-name>').option('--generate', 'draw a password and print it once instead of asking', false).description('set a new password and end the sessions of the account')
    .action(async (userName: string, options: { generate: boolean }) => (await import('./commands/account.ts')).password(userName, options));
}

function routingCommands(program: Command): void {
  const routing = program.command('routing').description('routes of vehicles with time windows');
  routing.command('solve').description("draw routes for a file in Solomon's layout or a case with real vehicles, checked before they are printed")
    .option('--solomon <file>', "Solomon's or Gehring and Homberger's layout, or the one with TIME_WINDOW_SECTION; - reads standard input").option('--input <file>', 'case with real vehicles as JSON; - reads standard input')
    .option('--seconds <n>', 'processor seconds; left out without --iterations: 5').option('--iterations <n>', 'in place of seconds: the same seed gives the same answer').option('--seed <n>', 'whole number', '1')
    .option('--arcs <rule>', 'for --solomon: cut (Euclid cut after one decimal, as DIMACS) or full', 'cut').option('--objective <name>', 'for --solomon: distance, or vehicles (fewest first)', 'distance')
    .option('--best <distance>', 'for --solomon: best known distance, to print the gap').option('--schema', 'print the JSON schema of a case', false)
    .action(async (options: RoutingOptions) => (await import('./commands/routing.ts')).solve(options));
}

function deviceCommands(program: Command): void {
  const device = program.command('device').description('which device may write which sensors, over MQTT and HTTP');
  device.command('create').argument('<id>', 'small letters, digits, dots, hyphens; the MQTT user name').description('make a device; its token is printed once')
    .option('--sensor <id>', 'a sensor that it may write; may be given more than once', many, []).option('--prefix <text>', 'and every sensor whose id begins so')
    .requiredOption('--name-zh <name>', 'name to show, in Chinese').requiredOption('--name-en <name>', 'name to show, in English')
    .action(async (id: string, options: DeviceOptions) => (await import('./commands/device.ts')).create(id, options));
  device.command('list').description('all devices, also revoked ones').action(async () => (await import('./commands/device.ts')).list());
  device.command('revoke').argument('<id>').requiredOption('--reason <text>', 'kept in the log').description('forget the token of a device and cut its connections')
    .action(async (id: string, options: { reason: string }) => (await import('./commands/device.ts')).revoke(id, options));
}
