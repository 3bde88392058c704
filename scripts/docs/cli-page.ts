// docs/reference/cli.md: every command with its help, from the program of apps/cli/src/program.ts.

import type { Page } from './page.ts';
import { load } from '../lib/catalogues.ts';
import { page } from './page.ts';

const SOURCE = 'apps/cli/src/program.ts';

/** The part of commander's Command that is read here. */
interface Command {
  readonly commands: readonly Command[];
  name(): string;
  configureHelp(settings: { readonly helpWidth: number }): unknown;
  helpInformation(): string;
}

export const cliPage: Page = {
  path: 'docs/reference/cli.md',
  render: async (tree) => {
    if (!tree.paths.includes(SOURCE)) return undefined;
    const module = await load(tree.root, SOURCE);
    const make = module['createProgram'];
    const program = (typeof make === 'function' ? (make as () => unknown)() : module['program']) as Command | undefined;
    if (program === undefined) throw new Error(`${SOURCE} exports no createProgram and no program`);
    return page('Command line · 命令行', 'On a bare checkout `npx anlan …` installs what is missing first.', ...sections(program, []));
  },
};

function sections(command: Command, parents: readonly string[]): string[] {
  const path = [...parents, command.name()];
  command.configureHelp({ helpWidth: 100 });
  const own = `## \`${path.join(' ')}\`\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\``;
  return [own, ...command.commands.filter((child) => child.name() !== 'help').flatMap((child) => sections(child, path))];
}
