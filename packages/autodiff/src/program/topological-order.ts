/** Topological order: every node once, after all of its operands. */

import type { Expression } from "../expression.js";

/** Nodes reachable from the roots, operands first; earlier roots' nodes come before later roots' own. */
export function topologicalOrder(roots: readonly Expression[]): readonly Expression[] {
  const order: Expression[] = [];
  const seen = new Set<Expression>();
  // An explicit stack: a sum of ten thousand terms must not overflow the call stack.
  for (const root of roots) {
    const stack: { node: Expression; next: number }[] = [{ node: root, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      if (seen.has(top.node)) {
        stack.pop();
        continue;
      }
      const operand = top.node.operands[top.next++];
      if (operand === undefined) {
        seen.add(top.node);
        order.push(top.node);
        stack.pop();
      } else if (!seen.has(operand)) {
        stack.push({ node: operand, next: 0 });
      }
    }
  }
  return order;
}
