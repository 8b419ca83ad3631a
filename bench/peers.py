"""What a scan of one app takes beside that of other scanners: wall time, CPU time and peak memory of each command and all that it
starts, one after the other, in turn.

    python3 bench/peers.py APP.apk [--rounds 3] [--limit 1800] 'ajar=node dist/cli/index.js scan FILE --json OUT --quiet' name=COMMAND…

FILE is replaced by the app, OUT by a file that is thrown away, DIR by an empty folder. The first command is the measure of the others. CPU time is what the
kernel counted for the process and its children, so that it says something on a busy machine too; the wall time does not.
"""
import argparse, os, shlex, shutil, signal, statistics, subprocess, tempfile, time

parser = argparse.ArgumentParser()
parser.add_argument('app')
parser.add_argument('--rounds', type=int, default=3)
parser.add_argument('--limit', type=float, default=1800)
parser.add_argument('commands', nargs='+')
options = parser.parse_args()


def run(command):
    """Seconds, CPU seconds, MiB of the largest process, exit code; the time limit ends the whole group."""
    folder = tempfile.mkdtemp(prefix='peers-')
    places = {'FILE': os.path.abspath(options.app), 'OUT': os.path.join(folder, 'out.json'), 'DIR': os.path.join(folder, 'dir')}
    os.mkdir(places['DIR'])
    words = [places.get(word, word) for word in shlex.split(command)]
    started = time.monotonic()
    child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child.pid, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, options.limit)
    _, status, used = os.wait4(child.pid, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    shutil.rmtree(folder, ignore_errors=True)
    return time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


commands = dict(command.split('=', 1) for command in options.commands)
runs = {name: [] for name in commands}
for _ in range(options.rounds):
    for name, command in commands.items():
        runs[name].append(run(command))
middle = {name: [statistics.median(column) for column in zip(*all)] for name, all in runs.items()}
first = next(iter(middle.values()))
print(f'{options.app}, {options.rounds} rounds, load {os.getloadavg()[0]:.1f}')
print('| scanner | wall | CPU | CPU, against the first | peak RSS | exit code |')
print('| --- | --- | --- | --- | --- | --- |')
for name, (wall, cpu, rss, _) in middle.items():
    print(f'| {name} | {wall:.1f} s | {cpu:.1f} s | {cpu / first[1]:.1f} | {rss:.0f} MiB | {runs[name][-1][3]} |')
