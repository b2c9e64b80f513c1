// Compiles `file` with the TypeScript compiler at `compiler`; returns its complaints, one a line.
const ts = require(compiler);
const program = ts.createProgram([file], {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
});
ts.getPreEmitDiagnostics(program)
  .map((it) => `${it.file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(it.messageText, ' ')}`)
  .join('\n');
