/* The model of the measurement in C: the loops of javascript-variant.ts. Reads market and position from a file, prints
   log density and gradient, or the CPU time of one evaluation. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FEATURES = 13, CONTROLS = 4 };

typedef struct {
  int times, geos, channels, dimension;
  const double *spend, *features, *controls, *outcome, *position;
  double *stock, *logarithm, *share, *season, *residual, *season_adjoint;
  double *effects, *retentions, *slopes, *spreads;
} Market;

static double log1p_exp(double x) { return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)); }

static double add_half_normal(const double *x, double *gradient, double scale) {
  double ratio = exp(*x) / scale;
  *gradient = 1 - ratio * ratio;
  return *x - 0.5 * ratio * ratio;
}

static double add_normals(const double *x, double *gradient, int count, double mean, double scale) {
  double density = 0;
  for (int i = 0; i < count; i++) {
    double z = (x[i] - mean) / scale;
    gradient[i] = -z / scale;
    density -= 0.5 * z * z;
  }
  return density;
}

static void add_media(int times, const double *restrict spend, double *restrict stock, double *restrict logarithm,
                      double *restrict share, double *restrict residual, double retention, double log_half,
                      double slope, double effect) {
  double carried = 0;
  for (int t = 0; t < times; t++) {
    carried = spend[t] + retention * carried;
    stock[t] = carried;
    double l = log(carried) - log_half;
    double h = 1 / (1 + exp(-slope * l));
    logarithm[t] = l;
    share[t] = h;
    residual[t] -= effect * h;
  }
}

static double pull_media(int times, const double *restrict stock, const double *restrict logarithm,
                         const double *restrict share, const double *restrict residual, double retention, double slope,
                         double effect, double precision, double *g_retention, double *g_half, double *g_slope) {
  double effect_adjoint = 0, half_adjoint = 0, slope_adjoint = 0, retention_adjoint = 0, adjoint = 0;
  for (int t = times - 1; t >= 0; t--) {
    double h = share[t], g = residual[t] * precision, a = stock[t], own = 0;
    effect_adjoint += g * h;
    if (a > 0) {
      double weight = g * effect * h * (1 - h);
      slope_adjoint += weight * logarithm[t];
      half_adjoint += weight;
      own = weight * slope / a;
    }
    adjoint = own + retention * adjoint;
    if (t > 0) retention_adjoint += adjoint * stock[t - 1];
  }
  *g_slope += slope_adjoint * slope;
  *g_half -= half_adjoint * slope;
  *g_retention += retention_adjoint * retention * (1 - retention);
  return effect_adjoint;
}

static double evaluate(const Market *m, double *gradient) {
  const int T = m->times, G = m->geos, C = m->channels;
  const double *u = m->position, *half = u + C, *slope = half + C, *mean = slope + C, *spread = mean + C,
               *deviation = spread + C, *baseline = deviation + G * C, *seasonality = baseline + G,
               *weights = seasonality + FEATURES, *noise = weights + CONTROLS;
  double *gu = gradient, *ghalf = gu + C, *gslope = ghalf + C, *gmean = gslope + C, *gspread = gmean + C,
         *gdeviation = gspread + C, *gbaseline = gdeviation + G * C, *gseasonality = gbaseline + G,
         *gweights = gseasonality + FEATURES, *gnoise = gweights + CONTROLS;
  double density = 0;
  for (int c = 0; c < C; c++) {
    density -= 2 * log1p_exp(-u[c]) + 3 * log1p_exp(u[c]);
    gu[c] = 2 - 5 / (1 + exp(-u[c]));
    density += add_half_normal(half + c, ghalf + c, 3);
    density += add_half_normal(slope + c, gslope + c, 2);
    density += add_half_normal(spread + c, gspread + c, 0.5);
  }
  density += add_normals(mean, gmean, C, -1.5, 1);
  density += add_normals(deviation, gdeviation, G * C, 0, 1);
  density += add_normals(baseline, gbaseline, G, 0, 2);
  density += add_normals(seasonality, gseasonality, FEATURES, 0, 0.5);
  density += add_normals(weights, gweights, CONTROLS, 0, 1);
  density += add_half_normal(noise, gnoise, 1);

  memset(m->season, 0, T * sizeof(double));
  for (int j = 0; j < FEATURES; j++)
    for (int t = 0; t < T; t++) m->season[t] += seasonality[j] * m->features[j * T + t];
  for (int g = 0; g < G; g++) {
    double *residual = m->residual + g * T;
    for (int t = 0; t < T; t++) residual[t] = m->outcome[g * T + t] - baseline[g] - m->season[t];
    for (int k = 0; k < CONTROLS; k++) {
      const double *control = m->controls + (g * CONTROLS + k) * T;
      for (int t = 0; t < T; t++) residual[t] -= weights[k] * control[t];
    }
  }
  for (int c = 0; c < C; c++) {
    m->retentions[c] = 1 / (1 + exp(-u[c]));
    m->slopes[c] = exp(slope[c]);
    m->spreads[c] = exp(spread[c]);
    for (int g = 0; g < G; g++) m->effects[g * C + c] = exp(mean[c] + m->spreads[c] * deviation[g * C + c]);
  }
  for (int g = 0; g < G; g++)
    for (int c = 0; c < C; c++) {
      int cell = g * C + c, start = cell * T;
      add_media(T, m->spend + start, m->stock + start, m->logarithm + start, m->share + start, m->residual + g * T,
                m->retentions[c], half[c], m->slopes[c], m->effects[cell]);
    }

  double precision = exp(-2 * *noise), squares = 0;
  for (int i = 0; i < G * T; i++) squares += m->residual[i] * m->residual[i];
  density -= 0.5 * precision * squares + G * T * *noise;
  *gnoise += precision * squares - G * T;

  for (int g = 0; g < G; g++)
    for (int c = 0; c < C; c++) {
      int cell = g * C + c, start = cell * T;
      double adjoint = m->effects[cell] * pull_media(T, m->stock + start, m->logarithm + start, m->share + start,
                                                     m->residual + g * T, m->retentions[c], m->slopes[c],
                                                     m->effects[cell], precision, gu + c, ghalf + c, gslope + c);
      gmean[c] += adjoint;
      gspread[c] += adjoint * m->spreads[c] * deviation[cell];
      gdeviation[cell] += adjoint * m->spreads[c];
    }
  memset(m->season_adjoint, 0, T * sizeof(double));
  for (int g = 0; g < G; g++) {
    const double *residual = m->residual + g * T;
    double total = 0;
    for (int t = 0; t < T; t++) {
      total += residual[t];
      m->season_adjoint[t] += residual[t];
    }
    gbaseline[g] += total * precision;
    for (int k = 0; k < CONTROLS; k++) {
      const double *control = m->controls + (g * CONTROLS + k) * T;
      double sum = 0;
      for (int t = 0; t < T; t++) sum += residual[t] * control[t];
      gweights[k] += sum * precision;
    }
  }
  for (int j = 0; j < FEATURES; j++) {
    double sum = 0;
    for (int t = 0; t < T; t++) sum += m->season_adjoint[t] * m->features[j * T + t];
    gseasonality[j] += sum * precision;
  }
  return density;
}

static double *numbers(int count) {
  double *p = aligned_alloc(64, ((size_t)count * sizeof(double) + 63) / 64 * 64);
  if (!p) exit(1);
  return p;
}

static double *read_numbers(FILE *file, int count) {
  double *p = numbers(count);
  if (fread(p, sizeof(double), count, file) != (size_t)count) exit(2);
  return p;
}

static double cpu_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

/* gradient FILE: prints the value and the gradient. gradient FILE N: prints microseconds per evaluation, of N. */
int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  int sizes[4];
  if (!file || fread(sizes, sizeof(int), 4, file) != 4) return 3;
  Market m = {.times = sizes[0], .geos = sizes[1], .channels = sizes[2], .dimension = sizes[3]};
  const int T = m.times, G = m.geos, C = m.channels;
  m.spend = read_numbers(file, G * C * T);
  m.features = read_numbers(file, FEATURES * T);
  m.controls = read_numbers(file, G * CONTROLS * T);
  m.outcome = read_numbers(file, G * T);
  m.position = read_numbers(file, m.dimension);
  m.stock = numbers(G * C * T), m.logarithm = numbers(G * C * T), m.share = numbers(G * C * T);
  m.season = numbers(T), m.season_adjoint = numbers(T), m.residual = numbers(G * T);
  m.effects = numbers(G * C), m.retentions = numbers(C), m.slopes = numbers(C), m.spreads = numbers(C);
  double *gradient = numbers(m.dimension);
  if (argc < 3) {
    printf("%.17g\n", evaluate(&m, gradient));
    for (int i = 0; i < m.dimension; i++) printf("%.17g\n", gradient[i]);
    return 0;
  }
  int repetitions = atoi(argv[2]);
  double check = evaluate(&m, gradient);
  double start = cpu_seconds();
  for (int i = 0; i < repetitions; i++) check += evaluate(&m, gradient);
  double seconds = cpu_seconds() - start;
  printf("%.6f %g\n", 1e6 * seconds / repetitions, check);
  return 0;
}
