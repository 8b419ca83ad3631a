"""CPU seconds by thread of a command, as Linux counts them: where the time of a scan goes.

    python3 bench/threads.py node dist/cli/index.js scan FILE --json /dev/null --quiet

Threads come in the order in which they were started: Node's main thread, one that waits for signals, V8's four helpers (compiling and
collecting), then the pool for files and the thread that reads artifacts.
"""
import os
import subprocess
import sys
import time

process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
ticks = os.sysconf('SC_CLK_TCK')
seconds = {}
while process.poll() is None:
    try:
        for thread in os.listdir(f'/proc/{process.pid}/task'):
            with open(f'/proc/{process.pid}/task/{thread}/stat') as stat:
                fields = stat.read().rsplit(') ', 1)[1].split()
            # User and system time are the 14th and 15th field of proc(5); two stand before the bracket.
            seconds[int(thread)] = (int(fields[11]) + int(fields[12])) / ticks
    except OSError:
        pass
    time.sleep(0.01)
for number, thread in enumerate(sorted(seconds)):
    print(f'{number:2d} {seconds[thread]:6.2f}')
print(f'all {sum(seconds.values()):5.2f}')
