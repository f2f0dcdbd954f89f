import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, it } from 'vitest';
import vi from './vi.json';

/**
 * Keys that are put together while the pages run: what TypeScript knows of their parts is known here too. A part of which it knows
 * only that it is text is not looked at; what the service may tell is held by the tests beside its words.
 */
type Texts = { [key: string]: string | Texts };

const SRC = join(__dirname, '..');
const WEB = join(SRC, '..');
/** Nobody puts more values together. */
const MOST = 400;

let program: ts.Program;
let checker: ts.TypeChecker;

beforeAll(() => {
  const { config } = ts.readConfigFile(join(WEB, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, WEB);
  program = ts.createProgram(fileNames, options);
  checker = program.getTypeChecker();
}, 120_000);

function walk(node: ts.Node, see: (node: ts.Node) => void) {
  see(node);
  node.forEachChild((child) => walk(child, see));
}

function ownFiles(): ts.SourceFile[] {
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${SRC}/`) && !fileName.endsWith('.test.ts'));
}

/** The texts that an expression can be; null where that is not known. */
function values(type: ts.Type): string[] | null {
  const parts = type.isUnion() ? type.types : [type];
  const known = parts.map((part) => {
    if (part.isStringLiteral() || part.isNumberLiteral()) return String(part.value);
    const name = checker.typeToString(part);
    return name === 'true' || name === 'false' ? name : null;
  });
  return known.includes(null) ? null : (known as string[]);
}

/** The keys that a template can make; null where that is not known. */
function keysOf(template: ts.TemplateExpression): string[] | null {
  let made: string[] = [template.head.text];
  for (const { expression, literal } of template.templateSpans) {
    const known = values(checker.getTypeAtLocation(expression));
    if (!known || made.length * known.length > MOST) return null;
    made = made.flatMap((before) => known.map((value) => before + value + literal.text));
  }
  return made;
}

function isThere(key: string): boolean {
  const at = (path: string) =>
    path
      .split('.')
      .reduce<string | Texts | undefined>((texts, part) => (texts as Texts | undefined)?.[part], vi as Texts);
  return typeof at(key) === 'string' || typeof at(`${key}_other`) === 'string';
}

/** Every call of t with its first argument, where nothing stands in for a missing text. */
function calls(): { where: string; key: ts.Expression }[] {
  const found: { where: string; key: ts.Expression }[] = [];
  for (const file of ownFiles()) {
    walk(file, (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 't') return;
      const [key, options] = node.arguments;
      if (!key || options?.getText().includes('defaultValue')) return;
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${file.fileName.slice(SRC.length + 1)}:${line + 1}`, key });
    });
  }
  return found;
}

function expressions(key: ts.Expression): ts.Expression[] {
  if (ts.isConditionalExpression(key)) return [...expressions(key.whenTrue), ...expressions(key.whenFalse)];
  return [ts.isParenthesizedExpression(key) ? key.expression : key];
}

it('every value that a key can be put together of has its text', () => {
  let looked = 0;
  const missing = calls().flatMap(({ where, key }) =>
    expressions(key).flatMap((one) => {
      const keys = ts.isTemplateExpression(one) ? keysOf(one) : values(checker.getTypeAtLocation(one));
      if (keys && !ts.isStringLiteral(one)) looked += 1;
      return (keys ?? []).filter((made) => !isThere(made)).map((made) => `${where}: ${made}`);
    }),
  );
  expect(missing).toEqual([]);
  expect(looked).toBeGreaterThan(60);
}, 120_000);

it('what looks like the key of a text in an array or a map is one', () => {
  const missing = ownFiles().flatMap((file) => {
    const found: string[] = [];
    walk(file, (node) => {
      if (!ts.isStringLiteral(node) || !/^[a-z]\w*(\.\w+)+$/i.test(node.text)) return;
      if (!((node.text.split('.')[0] ?? '') in vi) || ts.isImportDeclaration(node.parent)) return;
      if (!isThere(node.text)) found.push(`${file.fileName.slice(SRC.length + 1)}: ${node.text}`);
    });
    return found;
  });
  expect(missing).toEqual([]);
});
