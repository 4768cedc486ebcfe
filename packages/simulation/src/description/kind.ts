/** Tables of kinds: how a kind of something is written, and what it does, in one row. */

import { z } from "zod";

/** One kind: the schema of its description, which is a strict object with its `kind`, and the rule that follows it. */
export interface Kind<Description, Context, Result> {
  readonly schema: z.ZodType<Description>;
  simulate(description: Description, context: Context): Result;
}

/** Kinds by name. */
type KindTable = Readonly<
  Record<string, { readonly schema: z.ZodType; simulate(description: never, context: never): unknown }>
>;

type Rule<Table extends KindTable> = Table[keyof Table]["simulate"];

/** What the kinds of a table describe. */
export type DescriptionOf<Table extends KindTable> = Parameters<Rule<Table>>[0];

/** A choice among the kinds of a table, by the `kind` of what is written. */
export function schemaOfKinds<Table extends KindTable>(
  table: Table,
): z.ZodType<DescriptionOf<Table>, { readonly kind: string }> {
  const [first, ...others] = Object.values(table).map(({ schema }) => schema as z.ZodObject);
  return z.discriminatedUnion("kind", [first!, ...others]) as never;
}

/** Follows the rule of the kind that a description names. */
export function simulateKind<Table extends KindTable>(
  table: Table,
  description: DescriptionOf<Table> & { readonly kind: string },
  context: Parameters<Rule<Table>>[1],
): ReturnType<Rule<Table>> {
  const { kind } = description as { readonly kind: string };
  // The kind of a description picks the row that is made for it.
  return table[kind]!.simulate(description as never, context as never) as ReturnType<Rule<Table>>;
}
