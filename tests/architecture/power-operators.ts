/** Powers: `x ** y` is Math.pow, whose last bits an engine may choose, so it cannot stand in a package. */
import ts from "typescript";
import type { SourceFile } from "./source-file.js";

const powers = new Set([ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken]);

function isWholeNumber(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isWholeNumber(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isWholeNumber(node.operand);
  return ts.isNumericLiteral(node) && Number.isInteger(Number(node.text));
}

/** `2 ** -53`: every engine gives a power of two exactly. */
function isExact({ left, right }: ts.BinaryExpression): boolean {
  return ts.isNumericLiteral(left) && left.text === "2" && isWholeNumber(right);
}

function faultsIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const faults: string[] = [];
  function visit(node: ts.Node): void {
    if (ts.isBinaryExpression(node) && powers.has(node.operatorToken.kind) && !isExact(node)) {
      const line = file.getLineAndCharacterOfPosition(node.operatorToken.getStart(file)).line + 1;
      faults.push(
        `${path}:${line}: must not use **, its bits differ between engines. Multiply, or use pow of @mmm/numerics`,
      );
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
  return faults;
}

/** Uses of `**` in packages, but for powers of two with a whole exponent. */
export function powerOperators(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.package !== undefined && !file.isTest && file.text.includes("**"))
    .flatMap(({ path, text }) => faultsIn(path, text));
}
