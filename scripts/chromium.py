"""A folder served on loopback, and Chromium that looks at it, for what is measured there."""

import gzip
import http.server
import json
import subprocess
import threading
import urllib.request
from pathlib import Path


class Server:
    """Serves a folder on loopback, and counts the gzipped bytes that were asked for."""

    def __init__(self, folder, headers=None):
        self.sizes = {}
        self.served = []
        outer = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(folder))

            def do_GET(self):
                path = Path(self.translate_path(self.path))
                path = path / "index.html" if path.is_dir() else path
                if path.is_file():
                    if path not in outer.sizes:
                        outer.sizes[path] = len(gzip.compress(path.read_bytes(), 9))
                    outer.served.append((self.path, outer.sizes[path]))
                super().do_GET()

            def end_headers(self):
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                super().end_headers()

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"


class Browser:
    """Chromium by the WebDriver protocol."""

    def __init__(self):
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
        for line in self.driver.stdout:
            if "successfully on port" in line:
                self.base = f"http://127.0.0.1:{line.split('on port ')[1].split('.')[0].split()[0]}"
                break
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"]}
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
        self.session = f"/session/{self.ask('/session', wanted)['sessionId']}"
        self.ask(self.session + "/timeouts", {"script": 600_000})

    def ask(self, path, body):
        request = urllib.request.Request(
            self.base + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=900) as answer:
            return json.load(answer)["value"]

    def open(self, url):
        self.ask(self.session + "/url", {"url": url})

    def run(self, script, *arguments):
        body = {"script": script, "args": list(arguments)}
        return self.ask(self.session + "/execute/async", body)

    def cdp(self, command, **parameters):
        """A command of the DevTools protocol."""
        body = {"cmd": command, "params": parameters}
        return self.ask(self.session + "/goog/cdp/execute", body)

    def close(self):
        urllib.request.urlopen(urllib.request.Request(self.base + self.session, method="DELETE"))
        self.driver.terminate()
