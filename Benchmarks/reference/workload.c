/* The benchmark workload in C, as a yardstick: factor tables, a Taylor bracket instead of an exponential, Philox4x32-10.
 *
 *   cc -O3 -march=native -o workload workload.c -lm
 *   ./workload PERSONS MONTHS SEED base|reform ROUNDS
 *
 * Prints the table by year and sex, then `seconds` and the CPU seconds of the fastest round (the simulation alone).
 * All numbers are benchmark constants; none is an estimate. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COVARIATES = 12, MAX_MONTHS = 1200, LAST_DURATION = 60 };

typedef struct {
    double start, loss, nav_draw;
    uint8_t sex, length_class;
} Person;

typedef struct {
    long persons[2], employed[MAX_MONTHS / 12][2], months[MAX_MONTHS / 12][2];
    long starts[MAX_MONTHS / 12][2], losses[MAX_MONTHS / 12][2];
} Table;

static const double shares[COVARIATES][8] = {
    {.52, .48}, {.20, .20, .18, .15, .17, .10}, {.28, .14, .12, .10, .09, .08, .07, .12}, {.55, .25, .20},
    {.18, .32, .15, .20, .15}, {.20, .40, .30, .10}, {.40, .12, .38, .10}, {.55, .27, .18},
    {.15, .22, .25, .18, .12, .08}, {.25, .25, .25, .25}, {.80, .14, .06}, {.45, .40, .15}};
static const double start_terms[COVARIATES][8] = {
    {0, -.45}, {.05, .10, .05, 0, -.20, -.70}, {0, -.35, .25, .15, -.10, .30, -.20, .05}, {0, -.25, -.05},
    {-.50, -.20, 0, .25, .35}, {-.40, -.10, .15, .45}, {0, -.10, .08, -.25}, {0, -.15, -.30},
    {.10, .06, 0, -.04, -.08, -.12}, {.20, .08, -.06, -.22}, {0, -.35, -1.10}, {-.20, .10, .30}};
static const int categories[COVARIATES] = {2, 6, 8, 3, 5, 4, 4, 3, 6, 4, 3, 3};
static const double loss_by_sex[] = {0, .12}, loss_by_education[] = {.35, .20, 0, -.25, -.35},
                    loss_by_health[] = {0, .15, .50};

static uint64_t mix(uint64_t z) {
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static double unit(uint32_t word) { return (word + 0.5) * 0x1p-32; }

static double static_draw(uint64_t person, int covariate) {
    return unit((uint32_t)(mix(mix(2024) + (person * 65536 + 65000 + covariate + 1) * 0x9E3779B97F4A7C15u) >> 32));
}

static Person make_person(uint64_t id) {
    int category[COVARIATES];
    double predictor = -4.2;
    for (int j = 0; j < COVARIATES; j++) {
        double u = static_draw(id, j), sum = shares[j][0];
        int k = 0;
        while (u >= sum && k < categories[j] - 1) sum += shares[j][++k];
        category[j] = k;
        predictor += start_terms[j][k];
    }
    int sex = category[0], education = category[4], health = category[10];
    double loss = -3.6 + loss_by_sex[sex] + loss_by_education[education] + loss_by_health[health];
    return (Person){exp(predictor), exp(loss), static_draw(id, COVARIATES), sex,
                    education <= 1 ? 0 : education == 2 ? 1 : 2};
}

static void philox(uint64_t seed, uint32_t person, uint32_t block, uint32_t out[4]) {
    uint32_t x = person, y = block, z = 0, w = 0, k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++, k0 += 0x9E3779B9u, k1 += 0xBB67AE85u) {
        uint64_t a = 0xD2511F53ull * x, b = 0xCD9E8D57ull * z;
        x = (uint32_t)(b >> 32) ^ y ^ k0, y = (uint32_t)b;
        z = (uint32_t)(a >> 32) ^ w ^ k1, w = (uint32_t)a;
    }
    out[0] = x, out[1] = y, out[2] = z, out[3] = w;
}

static int is_event(double u, double h) {
    double square = h * h, upper = h - square * (0.5 - h * (1.0 / 6));
    if (u >= upper) return 0;
    if (u < upper - square * square * (1.0 / 24)) return 1;
    return u < 1 - exp(-h);
}

static double start_by_duration(int d) {
    return exp(d < 6 ? -1.2 : d < 12 ? -.4 : d < 18 ? 0 : d < 24 ? .25 : d < 36 ? .35 : d < 60 ? .10 : -.25);
}
static double loss_by_duration(int d) { return exp(d < 3 ? .5 : d < 6 ? .3 : d < 12 ? 0 : d < 24 ? -.45 : -.9); }
static double start_by_month(int month, int length, int followed) {
    if (month < length) return exp(-.80);
    return exp((month < length + 12 ? .45 : 0) + (followed && month < length + 18 ? .25 : 0));
}

static void simulate(const Person *people, int n, int months, uint64_t seed, int length, double nav_share, Table *table) {
    static double start_factor[LAST_DURATION + 1], loss_factor[LAST_DURATION + 1], month_factor[6][MAX_MONTHS];
    for (int d = 0; d <= LAST_DURATION; d++)
        start_factor[d] = start_by_duration(d), loss_factor[d] = loss_by_duration(d);
    for (int c = 0; c < 6; c++)
        for (int t = 0; t < months; t++) month_factor[c][t] = start_by_month(t, length + 12 - 6 * (c / 2), c & 1);
    for (int i = 0; i < n; i++) {
        Person p = people[i];
        const double *factor = month_factor[p.length_class * 2 + (p.nav_draw < nav_share)];
        int employed = 0, duration = 0;
        uint32_t words[4];
        table->persons[p.sex]++;
        for (int t = 0; t < months; t++) {
            if ((t & 3) == 0) philox(seed, (uint32_t)i, (uint32_t)t >> 2, words);
            int d = duration < LAST_DURATION ? duration : LAST_DURATION, year = t / 12;
            double h = employed ? p.loss * loss_factor[d] : p.start * start_factor[d] * factor[t];
            if (is_event(unit(words[t & 3]), h)) {
                if (employed) table->losses[year][p.sex]++;
                else table->starts[year][p.sex]++;
                employed = !employed;
                duration = 0;
            } else {
                duration++;
            }
            table->months[year][p.sex] += employed;
            if (t % 12 == 11) table->employed[year][p.sex] += employed;
        }
    }
}

static double cpu_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
    if (argc != 6) return fputs("usage: workload PERSONS MONTHS SEED base|reform ROUNDS\n", stderr), 64;
    int n = atoi(argv[1]), months = atoi(argv[2]), rounds = atoi(argv[5]), reform = !strcmp(argv[4], "reform");
    uint64_t seed = strtoull(argv[3], 0, 10);
    if (n < 1 || months < 12 || months % 12 || months > MAX_MONTHS)
        return fputs("at least one person, and whole years up to a hundred\n", stderr), 64;
    Person *people = malloc(sizeof *people * n);
    if (!people) return fputs("out of memory\n", stderr), 3;
    for (int i = 0; i < n; i++) people[i] = make_person(i);
    static Table table;
    double best = HUGE_VAL;
    for (int round = 0; round < rounds; round++) {
        memset(&table, 0, sizeof table);
        double begin = cpu_seconds();
        simulate(people, n, months, seed, reform ? 6 : 12, reform ? 0.50 : 0.30, &table);
        double seconds = cpu_seconds() - begin;
        if (seconds < best) best = seconds;
    }
    puts("year,sex,n,employed,emp_months,entries,exits");
    for (int y = 0; y < months / 12; y++)
        for (int s = 0; s < 2; s++)
            printf("%d,%d,%ld,%ld,%ld,%ld,%ld\n", y + 1, s, table.persons[s], table.employed[y][s], table.months[y][s],
                   table.starts[y][s], table.losses[y][s]);
    printf("seconds %.6f\n", best);
    free(people);
    return 0;
}
