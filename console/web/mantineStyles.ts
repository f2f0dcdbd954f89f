/**
 * Gives the styles of those Mantine components alone that the pages use, in Mantine's own order: all of them would be the
 * third largest part of the first load. The pages say `import 'virtual:mantine-styles'`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = 'virtual:mantine-styles';
const ALWAYS = ['baseline', 'default-css-variables', 'global'];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** The names that the pages import from Mantine. */
export function usedNames(folder: string): Set<string> {
  const names = new Set(['MantineProvider']);
  for (const file of sources(folder)) {
    for (const [, list] of readFileSync(file, 'utf8').matchAll(/import\s*{([^}]*)}\s*from\s*'@mantine\/core'/g)) {
      for (const name of (list ?? '').split(',')) names.add(name.replace(/^\s*type\s+/, '').trim());
    }
  }
  return names;
}

/** The style sheets, without their ending, that these names need, in Mantine's order. */
export function sheetsFor(names: Set<string>, mantine: string): string[] {
  const entry = readFileSync(join(mantine, 'esm', 'index.mjs'), 'utf8');
  const waiting = [...entry.matchAll(/import\s*{([^}]*)}\s*from\s*"([^"]+)"/g)]
    .filter(([, list]) => (list ?? '').split(',').some((name) => names.has(name.replace(/.* as /, '').trim())))
    .map(([, , path]) => join(mantine, 'esm', path ?? ''));
  const seen = new Set<string>();
  const sheets = new Set(ALWAYS);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    if (file.endsWith('.module.css.mjs') || file.endsWith('.module.mjs')) {
      sheets.add(basename(file).replace(/\.module.*/, ''));
      continue;
    }
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from\s*"(\.[^"]+)"/g)) {
      waiting.push(join(dirname(file), path ?? ''));
    }
  }
  return inOrder(
    [...sheets].filter((sheet) => existsSync(join(mantine, 'styles', `${sheet}.css`))),
    mantine,
  );
}

/** Mantine's order is that of the file which holds them all. */
function inOrder(sheets: string[], mantine: string): string[] {
  const all = readFileSync(join(mantine, 'styles.css'), 'utf8');
  const place = (sheet: string) => {
    const [first = ''] = /\.m_[0-9a-f]+/.exec(readFileSync(join(mantine, 'styles', `${sheet}.css`), 'utf8')) ?? [];
    return first === '' ? -1 : all.indexOf(first);
  };
  return [...ALWAYS, ...sheets.filter((sheet) => !ALWAYS.includes(sheet)).sort((a, b) => place(a) - place(b))];
}

export function mantineStyles(root: string): Plugin {
  const mantine = join(root, 'node_modules', '@mantine', 'core');
  let whole = false;
  return {
    name: 'mantine-styles',
    // While pages are being written their components change: all styles are given then.
    configResolved: (config) => {
      whole = config.command === 'serve';
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => {
      if (id !== `\0${NAME}`) return undefined;
      if (whole) return "import '@mantine/core/styles.css';";
      const sheets = sheetsFor(usedNames(join(root, 'src')), mantine);
      return sheets.map((sheet) => `import '@mantine/core/styles/${sheet}.css';`).join('\n');
    },
  };
}
