/** The ten posteriors of posteriordb whose answer is known, by name, each built from its data. */

import { arK, type ArKData } from "./ar-k.js";
import { blr, type BlrData } from "./blr.js";
import { diamonds, type DiamondsData } from "./diamonds.js";
import { eightSchools, type EightSchoolsData } from "./eight-schools.js";
import { garch, type GarchData } from "./garch.js";
import { gaussMixture, type GaussMixtureData } from "./gauss-mixture.js";
import { gpPoisson, type GpPoissonData } from "./gp-poisson.js";
import { kilpisjarvi, type KilpisjarviData } from "./kilpisjarvi.js";
import { logearnInteraction, type EarningsData } from "./logearn-interaction.js";
import { nes2000, type Nes2000Data } from "./nes2000.js";
import type { Posterior } from "./posterior.js";

export const allPosteriors: Readonly<Record<string, (data: unknown) => Posterior>> = {
  "arK-arK": (data) => arK(data as ArKData),
  "diamonds-diamonds": (data) => diamonds(data as DiamondsData),
  "earnings-logearn_interaction": (data) => logearnInteraction(data as EarningsData),
  "eight_schools-eight_schools_noncentered": (data) => eightSchools(data as EightSchoolsData),
  "garch-garch11": (data) => garch(data as GarchData),
  "gp_pois_regr-gp_pois_regr": (data) => gpPoisson(data as GpPoissonData),
  "kilpisjarvi_mod-kilpisjarvi": (data) => kilpisjarvi(data as KilpisjarviData),
  "low_dim_gauss_mix-low_dim_gauss_mix": (data) => gaussMixture(data as GaussMixtureData),
  "nes2000-nes": (data) => nes2000(data as Nes2000Data),
  "sblri-blr": (data) => blr(data as BlrData),
};
