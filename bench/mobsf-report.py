"""MobSF's report on apps, as its REST API gives it, without a server and without a network. Run with the Python that has MobSF.

    MOBSF_JADX_BINARY=JADX python bench/mobsf-report.py HOME OUT APP...

HOME is MobSF's folder (made when missing), OUT gets a line of JSON for each app: its name and what the API answered. MobSF
fetches jadx when it first starts; it is not fetched here, so that MOBSF_JADX_BINARY has to name one. Every look-up of a host is
refused: the app store, the lists of domains and the live check of Firebase databases get no answer, and say so in the report.
"""
import json, os, socket, sys
from pathlib import Path

home, out, *apps = sys.argv[1:]
Path(home).mkdir(parents=True, exist_ok=True)
os.environ.update({
    'MOBSF_HOME_DIR': str(Path(home).absolute()),
    # Both keys are given, since without a secret MobSF takes this for its first run and fetches jadx.
    'MOBSF_SECRET_KEY': 'offline',
    'MOBSF_API_KEY': 'offline',
    'MOBSF_DOMAIN_MALWARE_SCAN': '0',
    'DJANGO_SETTINGS_MODULE': 'mobsf.MobSF.settings',
})


def refused(*_):
    raise socket.gaierror(socket.EAI_FAIL, 'offline')


socket.getaddrinfo = socket.gethostbyname = refused

import django

django.setup()
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

settings.ALLOWED_HOSTS = ['*']
call_command('migrate', run_syncdb=True, verbosity=0)
client = Client(headers={'Authorization': 'offline'})


def post(path, fields):
    answer = client.post(f'/api/v1/{path}', fields)
    return answer.json() if answer.headers['Content-Type'].startswith('application/json') else {'error': answer.status_code}


def report_of(app):
    # The type is the one that its documentation has clients send.
    upload = SimpleUploadedFile(app.name, app.read_bytes(), 'application/octet-stream')
    sent = post('upload', {'file': upload})
    return post('scan', {'hash': sent['hash']}) if 'hash' in sent else sent


with open(out, 'w') as lines:
    for app in map(Path, apps):
        lines.write(json.dumps({'app': str(app), 'report': report_of(app)}) + '\n')
        lines.flush()
