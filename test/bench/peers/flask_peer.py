"""A peer: Flask, HMAC and JSON, nothing kept. Under gunicorn where there is one, else on Flask's own server."""

import hashlib
import hmac
import json
import os
import socket

from flask import Flask, request

SECRET = os.environ["WHATSAPP_APP_SECRET"].encode()
app = Flask(__name__)


@app.post("/webhook/whatsapp")
def receive():
    body = request.get_data()
    expected = "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature-256", "")):
        return "signature\n", 401
    json.loads(body)
    return "ok\n"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    port = free_port()
    print(port, flush=True)
    try:
        import gunicorn  # noqa: F401
    except ImportError:
        from werkzeug.serving import WSGIRequestHandler

        WSGIRequestHandler.protocol_version = "HTTP/1.1"
        WSGIRequestHandler.log_request = lambda *_: None
        app.run("127.0.0.1", port, threaded=True)
    else:
        folder = os.path.dirname(os.path.abspath(__file__))
        os.execvp(
            os.sys.executable,
            [os.sys.executable, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}"]
            + ["--chdir", folder, "--log-level", "error", "flask_peer:app"],
        )
