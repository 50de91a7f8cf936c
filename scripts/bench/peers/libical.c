/* libical: parse, then every occurrence that starts in the window. Overrides count as events of
 * their own, and the slots they replace are counted too: libical leaves that to its caller.
 * libical FILE FROM_MS UNTIL_MS */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static long found;
static time_t from, until;

#if ICAL_MAJOR_VERSION < 4
#define SPAN struct icaltime_span
#else
#define SPAN const struct icaltime_span
#endif

static void each(icalcomponent *component, SPAN *span, void *data) {
  (void)component;
  (void)data;
  if (span->start >= from && span->start < until) found++;
}

int main(int count, char **arguments) {
  if (count < 4) return 2;
  from = atoll(arguments[2]) / 1000;
  until = atoll(arguments[3]) / 1000;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) return 1;
  text[size] = 0;
  fclose(file);
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  icalcomponent *calendar = icalparser_parse_string(text);
  struct icaltimetype first = icaltime_from_timet_with_zone(from, 0, icaltimezone_get_utc_timezone());
  struct icaltimetype last = icaltime_from_timet_with_zone(until, 0, icaltimezone_get_utc_timezone());
  for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
    icalcomponent_foreach_recurrence(event, first, last, each, NULL);
  clock_gettime(CLOCK_MONOTONIC, &end);
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"seconds\": %.6f, \"occurrences\": %ld, \"peak_mb\": %.1f}\n",
         (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9, found,
         (double)usage.ru_maxrss / 1024);
  return 0;
}
