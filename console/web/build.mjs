// Builds the pages for the jar, only when something they are made of has changed: Maven calls it at every build.
// Usage: node build.mjs OUTPUT_FOLDER STAMP_FILE
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { weigh } from './budget.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [output, stampFile] = process.argv.slice(2);
const PACKAGES = ['package.json', 'package-lock.json', '.npmrc'];
const INPUTS = [
  ...PACKAGES,
  'build.mjs',
  'budget.mjs',
  'mantineStyles.ts',
  'words.ts',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'src',
  'public',
];

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`The console is built with Node 20 or newer; this is ${process.version}.`);
  process.exit(1);
}

function files(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)],
  );
}

function hash(names) {
  const sum = createHash('sha256');
  const all = names.flatMap((name) => {
    const path = join(here, name);
    return existsSync(path) && !name.includes('.') ? files(path) : [path];
  });
  for (const path of all.sort()) sum.update(relative(here, path)).update('\0').update(readFileSync(path)).update('\0');
  return sum.digest('hex');
}

function stamped(file, value) {
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

function run(command, args) {
  execFileSync(command, args, {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}

const packages = hash(PACKAGES);
const packagesStamp = join(here, 'node_modules', '.uhr-packages');
if (!stamped(packagesStamp, packages)) {
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(packagesStamp, packages);
}

const inputs = hash(INPUTS);
if (stamped(stampFile, inputs) && existsSync(join(output, 'index.html'))) {
  console.log("The console's pages are up to date.");
} else {
  run(process.execPath, [
    join('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel',
    'warn',
    '--emptyOutDir',
    '--outDir',
    output,
  ]);
  if (!weigh(output)) {
    console.error(
      'The first load of the console is over its budget: fetch what is not needed at once when it is needed.',
    );
    process.exit(1);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, inputs);
  console.log("The console's pages are built.");
}
