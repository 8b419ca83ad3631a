/** Text of `ajar --help`. */
export const HELP = `ajar: finds cloud backends that a built mobile app leaves open

  ajar scan [PATH...] [--repo DIR]    scan apps (files, folders or globs), a repository, or both
  ajar merge REPORT.json...           join the reports of several jobs
  ajar rules [--json]                 list every rule
  ajar explain RULE                   what a rule means and how to close it
  ajar --version | --help

Options of scan
  --repo DIR             repository whose rules and configuration are read too
  --probe off|read|write live checks (default off). Only for apps and backends that you own or may test:
                         read never writes; write proves write access without a write, and asks only
                         backends that .ajar.yml names as owned
  --dry-run              with --probe: show every request, send none
  --config FILE          .ajar.yml (default: the one in the repository)
  --baseline FILE        a former report (JSON or SARIF): says what is new and what is fixed
  --fail-on LEVEL        critical|high|medium|low|never (default high)
  --fail-on-state STATE  all|new (default all): new lets pass what the baseline has too
  --json FILE  --sarif FILE  --html FILE  --markdown FILE    write reports; - is standard output
  --jsonl                one JSON report a line and artifact, on standard output
  --jobs N               artifacts scanned at once
  -q, --quiet            no report on the terminal
merge takes the report files, --baseline, --fail-on, --fail-on-state and --quiet as well.

Exit code  0 nothing at or above the level · 1 findings at or above it · 2 wrong usage or configuration
           3 something that should have been scanned could not be
`;
