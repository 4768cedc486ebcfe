import { describe, expect, it } from "vitest";
import { IssueError } from "../issue/issue-error.js";
import { readDataset } from "../read/read-dataset.js";
import { guessColumnRoles, type KnownRoles } from "./guess-column-roles.js";

/** A table of a few weeks: values of a column repeat; `#` is the week's number. */
function weeks(columns: Readonly<Record<string, readonly (string | number)[]>>, count = 8): string {
  const names = Object.keys(columns);
  const rows = Array.from({ length: count }, (_, t) => {
    const day = new Date(Date.UTC(2024, 0, 1 + 7 * t)).toISOString().slice(0, 10);
    const cells = Object.values(columns).map((values) =>
      String(values[t % values.length]).replace("#", String(t)),
    );
    return [day, ...cells].join(",");
  });
  return `${["week", ...names].join(",")}\n${rows.join("\n")}\n`;
}

const guess = (text: string, known: KnownRoles = {}) => guessColumnRoles({ name: "a.csv", text }, known);
const why = (text: string, column: string) => guess(text).leftOut.find((own) => own.column === column)?.why;
const codes = (text: string, known: KnownRoles = {}): readonly string[] => {
  try {
    guess(text, known);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code }) => code);
  }
};

const media = { tv_spend: [3, 0, 2], tv_impressions: [30, 0, 21] };

describe("media", () => {
  it("are spend and exposure of the same name, whatever the words and their order", () => {
    const { roles } = guess(
      weeks({
        sales: [9, 7, 8],
        "Cost TV": [3, 0, 2],
        "Impressions TV": [30, 0, 21],
        ...{ mdsp_dm: [1, 2, 3], mdip_dm: [5, 6, 7] },
        ...{ GoogleSearchSpend: [1, 0, 4], GoogleSearchClicks: [2, 0, 3] },
        radio: [4, 5, 6],
      }),
    );
    expect(roles.channels).toEqual([
      { name: "TV", spend: "Cost TV", exposure: "Impressions TV" },
      { name: "dm", spend: "mdsp_dm", exposure: "mdip_dm" },
      { name: "Google_Search", spend: "GoogleSearchSpend", exposure: "GoogleSearchClicks" },
      "radio",
    ]);
  });

  it("may have exposures although nothing is called spend", () => {
    const { roles } = guess(
      weeks({ sales: [9, 7, 8], tv: [3, 0, 2], tv_contacts: [30, 0, 21], radio: [1, 2, 0] }),
    );
    expect(roles.channels).toEqual([{ name: "tv", spend: "tv", exposure: "tv_contacts" }, "radio"]);
  });

  it("of Robyn are named by their last letter", () => {
    const { roles } = guess(
      weeks({
        ...{ revenue: [9, 7, 8], tv_S: [1, 2, 0], facebook_I: [7, 0, 9], facebook_S: [2, 0, 3] },
        ...{ search_clicks_P: [1, 2, 3], search_S: [4, 5, 6], competitor_sales_B: [1, 2, 4] },
      }),
    );
    expect(roles.channels).toEqual([
      { name: "tv", spend: "tv_S" },
      { name: "facebook", spend: "facebook_S", exposure: "facebook_I" },
      { name: "search", spend: "search_S", exposure: "search_clicks_P" },
    ]);
    expect([roles.kpi, roles.controls]).toEqual(["revenue", ["competitor_sales_B"]]);
  });

  it("are counted by people before clicks; totals and second exposures are left out", () => {
    const text = weeks({
      y: [9, 7, 8],
      ...media,
      tv_clicks: [3, 1, 2],
      tv_views: [4, 1, 2],
      x_cost: [1, 2, 3],
      total_spend: [4, 2, 5],
    });
    expect(guess(text).roles.channels[0]).toEqual({
      name: "tv",
      spend: "tv_spend",
      exposure: "tv_impressions",
    });
    expect(why(text, "tv_clicks")).toMatch(/another exposure/);
    expect(why(text, "tv_views")).toMatch(/another exposure/);
    expect(why(text, "total_spend")).toBe("a total of spend would count twice");
  });

  it("that cost nothing are controls, unless nothing is called spend", () => {
    const unpaid = { organic_impressions: [4, 2, 7] };
    const { roles, found } = guess(weeks({ y: [9, 7, 8], ...media, ...unpaid }));
    expect(roles.controls).toEqual(["organic_impressions"]);
    expect(found.at(-1)!.why).toMatch(/^exposure without spend/);
    expect(guess(weeks({ y: [9, 7, 8], tv_grps: [4, 2, 7] })).roles.channels).toEqual(["tv_grps"]);
  });

  it("are not what was computed from them, nor ratios, nor channels that never ran", () => {
    const text = weeks({
      y: [9, 7, 8],
      x1: [1, 0, 3],
      x1_adstock: [1, 2, 4],
      tv_cpm: [4, 5, 6],
      radio_spend: [0],
    });
    expect(guess(text).roles.channels).toEqual(["x1"]);
    expect(["x1_adstock", "tv_cpm", "radio_spend"].map((name) => why(text, name))).toEqual([
      "its name says that it was computed from the others",
      "a ratio of other columns",
      "it is the same in every row",
    ]);
  });

  it("may stand in rows", () => {
    const rows = ["a", "b"].flatMap((channel) => ["01", "08"].map((day) => `2024-01-${day},${channel},2,9`));
    const { roles } = guess(
      `date,channel,spend,sales\n${rows.join("\n").replace("a,2,9", "a,3,8").replace("b,2,9", "b,2,8")}\n`,
    );
    expect(roles).toMatchObject({
      channels: [],
      mediaRows: { channel: "channel", spend: "spend", repeated: "sum" },
    });
    expect(
      readDataset(
        { name: "a.csv", text: `date,channel,spend,sales\n${rows.join("\n")}\n` },
        { ...roles, kpi: "sales" },
      ).channels.map(({ name }) => name),
    ).toEqual(["a", "b"]);
  });
});

describe("the KPI", () => {
  it("is money before units, ours before a competitor's, and other outcomes are left out", () => {
    const text = weeks({ competitor_sales: [1, 2, 4], orders: [4, 5, 6], revenue: [9, 7, 8], ...media });
    expect(guess(text).roles).toMatchObject({ kpi: "revenue", controls: ["competitor_sales"] });
    expect(why(text, "orders")).toMatch(/^another outcome/);
  });

  it("in units has a revenue per unit where a column says so", () => {
    const text = weeks({ conversions: [9, 7, 8], revenue_per_conversion: [2, 3, 2], ...media });
    expect(guess(text).roles.kpi).toEqual({ column: "conversions", revenuePerKpi: "revenue_per_conversion" });
  });

  it("is what the person says", () => {
    const text = weeks({ revenue: [9, 7, 8], orders: [4, 5, 6], ...media });
    expect(guess(text, { kpi: "orders" }).roles.kpi).toBe("orders");
    expect(codes(text, { kpi: "order" })).toEqual(["guess.unknown-column"]);
  });
});

describe("cells of a panel", () => {
  const rows = (["Berlin", "Hamburg"] as const).flatMap((city, i) =>
    ["shoes", "hats"].flatMap((brand) =>
      ["2024-01-01", "2024-01-08"].map((day, t) => [day, city, brand, 5 + t, 1 + t, 100 * (i + 1)].join(",")),
    ),
  );
  const text = `date,city,brand,sales,tv_spend,population\n${rows.join("\n")}\n`;

  it("are named by the fewest columns that tell rows apart, with a population that stays", () => {
    expect(guess(text).roles).toMatchObject({ panel: ["city", "brand"], population: "population" });
    const one = text.replaceAll(/.*hats.*\n/g, "");
    expect(guess(one).roles).toMatchObject({ panel: "city", population: "population" });
    expect(why(one, "brand")).toBe("it is the same in every row");
  });

  it("are none where the time alone tells rows apart", () => {
    expect(guess(weeks({ y: [9, 7, 8], ...media, geo: ["Local"] })).roles.panel).toBeUndefined();
  });
});

describe("controls", () => {
  it("are what is left, text as indicators", () => {
    const { roles } = guess(weeks({ y: [9, 7, 8], ...media, price: [3, 4, 5], holiday: ["na", "easter"] }));
    expect(roles.controls).toEqual(["price", { column: "holiday", as: "indicators" }]);
  });

  it.each([
    ["dayofyear", ["#"], /counts time/],
    ["seas_week_40", [0, 1, 0], /counts time/],
    ["constant", [4], /same in every row/],
    ["gaps", [4, "", 5], /of its cells are empty/],
    ["note", ["note #"], /text of 14 different words/],
    ["empty", [""], /is empty/],
    ["tv_reach", [4, 5, 6], /reach and frequency/],
    ["twin", [3, 0, 2, 3, 0, 1], undefined],
    ["price2", [3, 4, 5], /it repeats price/],
  ] as const)("%s", (name, values, expected) => {
    const reason = why(weeks({ y: [9, 7, 8], ...media, price: [3, 4, 5], [name]: values }, 14), name);
    if (expected === undefined) expect(reason).toBeUndefined();
    else expect(reason).toMatch(expected);
  });
});

describe("tables", () => {
  it("with decimal commas are declared to have them", () => {
    const text = "week;sales;tv_spend\n2024-01-01;1.234,5;1,5\n2024-01-08;2.345,5;0\n";
    const { roles } = guess(text);
    expect(roles.format).toEqual({ decimal: "comma", thousands: "point" });
  });

  it("without dates, KPI or media are refused with all that is missing", () => {
    expect(codes("a,b\n1,2\n")).toEqual(["guess.no-time", "guess.no-kpi", "guess.no-media"]);
    expect(codes("")).not.toEqual([]);
  });
});
