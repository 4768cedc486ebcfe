/** The words that names of columns are made of, and what they mean in tables of media and sales. */

/** The words of a name, each with its own letters: `Channel0_spend` is `Channel0` and `spend`. */
export function nameParts(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
}

/** The words of a name in small letters. */
export function nameWords(name: string): readonly string[] {
  return nameParts(name).map((part) => part.toLowerCase());
}

/** Whether one of the words stands in a list of words. */
export function hasWord(words: readonly string[], list: string): boolean {
  const known = list.split(" ");
  return words.some((word) => known.includes(word));
}

/** Lists of words by meaning, parted by spaces; those that say more come first where the order counts. */
export const vocabulary = {
  time: "date ds day week month period time wk dt strt start",
  panel:
    "geo region dma state country province market territory city area location store shop branch cell brand category segment product sku",
  kpi: "y kpi target response outcome revenue sales turnover gmv bookings income conversions orders purchases transactions subscriptions signups registrations installs leads units quantity",
  money: "revenue turnover gmv bookings income",
  notOurs: "competitor competitors competition competitive organic owned earned unpaid",
  population: "population inhabitants residents households pop",
  spend: "spend spends spending spent cost costs budget investment invest expenditure adspend mdsp",
  /** The more people see of an exposure's cost, the earlier. */
  exposure:
    "impressions impression imps impr imp mdip grps grp trps trp contacts contact exposures exposure circulation readership listenership sends views view plays clicks click",
  total: "total all overall media marketing ad ads advertising sum",
  media:
    "tv television ctv ott radio audio podcast print newspaper newspapers magazine magazines ooh dooh billboard billboards cinema facebook fb instagram ig meta youtube yt google bing tiktok snapchat pinterest linkedin twitter reddit search sem ppc display banner video social programmatic retargeting influencer affiliate affiliates sponsorship flyer flyers mailing advertising ads media",
  notMedia: "score index sentiment price discount promo promotion share rank competitor competitors organic",
  ratio: "per cpc cpm cpa cpp ctr cvr roas roi aov arpu",
  rows: "channel campaign platform publisher network medium source",
  calendar:
    "t time trend year yr yrs quarter qtr month mth week wk weeks wks weekday dow day dayofyear doy dayofweek weekofyear date period prd nbr nr num number in of index idx id row rownum unnamed season seasonality seasonal",
  season: "seas season seasonal seasonality",
  derived:
    "adstock adstocked saturated saturation contribution effect residual residuals epsilon noise prediction predicted fitted",
} as const;
