"""A little HTTP server that answers badly in the ways the tests ask for by path, and a proxy.

    faulty_server.py certificates                makes a CA and server certificates with openssl;
                                                 prints their folder
    faulty_server.py serve [CERTIFICATE KEY]     serves HTTP, or HTTPS; prints its port
    faulty_server.py proxy [USER:PASSWORD]       a CONNECT proxy; prints its port
    faulty_server.py deaf                        takes connections and says nothing; prints its port

Ends when its standard input does, so that it never outlives the tests.
"""

import gzip
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

KEPT_OPEN = 3600  # seconds; the client hangs up long before


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.answer()

    def do_POST(self):
        self.answer()

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = urlsplit(self.path)
        if url.path != "/asked":
            self.server.asked.append(url.path)
        name = "answer_" + url.path.strip("/").replace("-", "_")
        getattr(self, name)(body, **dict(parse_qsl(url.query)))

    def whole(self, body, status=200, **headers):
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def head(self, **headers):
        self.send_response(200)
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()

    def chunk(self, part):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.flush()

    def hang_up(self):
        self.close_connection = True
        self.connection.close()

    def answer_hello(self, _):
        self.whole(b"hello")

    def answer_empty(self, _):
        self.whole(b"")

    def answer_asked(self, _):
        self.whole(json.dumps(self.server.asked).encode())

    def answer_echo(self, body):
        headers = {name.lower(): text for name, text in self.headers.items()}
        seen = {"method": self.command, "headers": headers, "body": body.decode()}
        self.whole(json.dumps(seen).encode(), Content_Type="application/json")

    def answer_status(self, _, code):
        self.whole(b"as told", int(code), Retry_After="7")

    def answer_streamed(self, _, megabytes):
        self.head(Transfer_Encoding="chunked")
        for number in range(int(megabytes) * 16):
            self.chunk(bytes([number % 256]) * 65536)
        self.chunk(b"")

    def answer_gzip(self, _, part="1000"):
        """Compressed, in parts of so many bytes."""
        packed = gzip.compress(numbers())
        self.head(Transfer_Encoding="chunked", Content_Encoding="gzip")
        for start in range(0, len(packed), int(part)):
            self.chunk(packed[start : start + int(part)])
        self.chunk(b"")

    def answer_deflate(self, _):
        self.whole(zlib.compress(numbers()), Content_Encoding="deflate")

    def answer_half_gzip(self, _):
        packed = gzip.compress(numbers())
        self.whole(packed[: len(packed) // 2], Content_Encoding="gzip")

    def answer_not_gzip(self, _):
        self.whole(b"this was never compressed", Content_Encoding="gzip")

    def answer_bomb(self, _):
        """One megabyte that becomes one gigabyte."""
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        self.head(Transfer_Encoding="chunked", Content_Encoding="gzip")
        for _ in range(1024):
            self.chunk_unless_empty(packer.compress(bytes(1 << 20)))
        self.chunk_unless_empty(packer.flush())
        self.chunk(b"")

    def chunk_unless_empty(self, part):
        if part:
            self.chunk(part)

    def answer_redirect(self, _, to=None, code="307"):
        self.whole(b"elsewhere", int(code), **({"Location": to} if to else {}))

    def answer_reset(self, _):
        self.head(Content_Length="1000")
        self.wfile.write(b"1234")
        self.wfile.flush()
        # Closing with a zero linger time sends a reset in place of an orderly end.
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.hang_up()

    def answer_truncated(self, _):
        self.head(Content_Length="1000")
        self.wfile.write(b"1234")
        self.wfile.flush()
        self.hang_up()

    def answer_half_chunked(self, _):
        self.head(Transfer_Encoding="chunked")
        self.chunk(b"1234")
        self.hang_up()

    def answer_no_length(self, _):
        self.head(Connection="close")
        self.wfile.write(b"1234")
        self.wfile.flush()
        self.hang_up()

    def answer_no_answer(self, _):
        self.hang_up()

    def answer_not_http(self, _):
        self.wfile.write(b"220 mail.example ESMTP ready\r\n")
        self.wfile.flush()
        self.hang_up()

    def answer_stalled(self, _):
        self.head(Content_Length="1000")
        self.wfile.write(b"1234")
        self.wfile.flush()
        time.sleep(KEPT_OPEN)

    def answer_slow_head(self, _):
        time.sleep(KEPT_OPEN)

    def answer_late_head(self, _, seconds):
        time.sleep(float(seconds))
        self.whole(b"late")

    def answer_dripping(self, _):
        """Never pauses for long, and never ends."""
        self.head(Transfer_Encoding="chunked")
        while True:
            self.chunk(b".")
            time.sleep(0.02)


class Proxy(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        seen = json.dumps(self.server.asked).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(seen)))
        self.end_headers()
        self.wfile.write(seen)

    def do_CONNECT(self):
        self.server.asked.append(self.path)
        if self.headers.get("Proxy-Authorization") != self.server.authorization:
            return self.send_error(407)
        host, port = self.path.rsplit(":", 1)
        if host.endswith(".invalid"):
            return self.send_error(403)
        with socket.create_connection((host, int(port))) as target:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=carry, args=(target, self.connection), daemon=True)
            back.start()
            carry(self.connection, target)
            back.join()


def carry(source, target):
    try:
        while part := source.recv(65536):
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def numbers():
    return "".join(f"{number}\n" for number in range(100_000)).encode()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    tls = None
    authorization = None

    def finish_request(self, request, client_address):
        # Here, in the connection's own thread: one bad handshake holds up nobody else.
        try:
            if self.tls:
                request = self.tls.wrap_socket(request, server_side=True)
            self.RequestHandlerClass(request, client_address, self)
            if self.tls:
                request.close()
        except OSError:
            pass


def run(handler, certificate=None, key=None, authorization=None):
    server = Server(("127.0.0.1", 0), handler)
    server.asked = []
    if certificate:
        server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.tls.load_cert_chain(certificate, key)
    if authorization:
        server.authorization = "Basic " + b64encode(authorization.encode()).decode()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


def run_deaf():
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        sys.stdin.read()


def make_certificates(folder):
    """`ca.pem`, and signed by it `good`, `other-host`, `expired` and `early` with their keys."""

    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    with open(os.path.join(folder, "ca.cnf"), "w") as file:
        file.write(
            "[ca]\ndefault_ca=tests\n[tests]\nnew_certs_dir=.\ndatabase=index.txt\n"
            "rand_serial=yes\ndefault_md=sha256\npolicy=any\ncopy_extensions=copy\n"
            "unique_subject=no\n[any]\ncommonName=supplied\n"
        )
    open(os.path.join(folder, "index.txt"), "w").close()
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
            "-subj", "/CN=Tokenbook tests")  # fmt: skip
    here = "DNS:localhost,IP:127.0.0.1"
    ever, never = ("20200101000000Z", "20991231235959Z"), "DNS:elsewhere.example"
    for name, hosts, (start, end) in [
        ("good", here, ever),
        ("other-host", never, ever),
        ("expired", here, ("20200101000000Z", "20200201000000Z")),
        ("early", here, ("20990101000000Z", "20991231235959Z")),
    ]:
        openssl("req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr",
                "-subj", f"/CN={name}", "-addext", f"subjectAltName={hosts}")  # fmt: skip
        openssl("ca", "-batch", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key",
                "-in", f"{name}.csr", "-out", f"{name}.pem", "-notext",
                "-startdate", start, "-enddate", end)  # fmt: skip


if __name__ == "__main__":
    command, arguments = sys.argv[1], sys.argv[2:]
    if command == "certificates":
        with tempfile.TemporaryDirectory() as folder:
            make_certificates(folder)
            print(folder, flush=True)
            sys.stdin.read()
    elif command == "serve":
        run(Answers, *arguments)
    elif command == "proxy":
        run(Proxy, authorization=arguments[0] if arguments else None)
    elif command == "deaf":
        run_deaf()
