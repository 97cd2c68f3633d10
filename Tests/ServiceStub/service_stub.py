"""A stub of Entra, managed identity, Log Analytics, Application Insights and Data Explorer.

    python3 service_stub.py --folder DIR [--http]

Prints one line of JSON when it listens, and ends when its standard input closes. `--http` leaves
out TLS. The plain port also is a proxy whose every tunnel leads to the TLS port.
"""

import argparse
import json
import os
import selectors
import socket
import ssl
import struct
import sys
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import control
import service
import ticks
import tls


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, stub, log, context=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.stub, self.log, self.context = stub, log, context
        self.tunnel = None

    def finish_request(self, request, client_address):
        # The handshake belongs into the connection's own thread.
        request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.context:
            try:
                request = self.context.wrap_socket(request, server_side=True)
            except (ssl.SSLError, OSError):
                return
        try:
            super().finish_request(request, client_address)
        except (ConnectionError, ssl.SSLError, TimeoutError):
            pass
        finally:
            if self.context:
                try:
                    request.close()
                except OSError:
                    pass

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], (ConnectionError, ssl.SSLError)):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body leave together.
    wbufsize = -1

    def log_message(self, *arguments):
        pass

    def _body(self):
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            parts = []
            while True:
                size = int(self.rfile.readline().split(b";")[0], 16)
                parts.append(self.rfile.read(size))
                self.rfile.readline()
                if size == 0:
                    return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _serve(self):
        server = self.server
        host = self.headers.get("Host") or "localhost"
        request = service.Request(
            self.command, self.path, self.headers, self._body(), host, "https" if server.context else "http")
        if request.path.startswith("/control/"):
            self._send(control.reply(server.stub, server.log, request), {})
            return
        headers = {name: value for name, value in self.headers.items() if name.lower() not in (
            "authorization", "x-identity-header", "proxy-authorization")}
        entry = {"time": ticks.text(int(time.time() * ticks.SECOND)), "scheme": request.scheme,
                 "method": self.command, "target": self.path, "path": request.path, "headers": headers}
        server.log.start(entry)
        started = time.monotonic()
        is_query = request.path.endswith("/query")
        if is_query:
            server.log.query_starts()
        try:
            reply = server.stub.reply(request, entry)
            entry["status"] = reply.status
            self._send(reply, entry)
        except (ConnectionError, ssl.SSLError, TimeoutError):
            entry["broken"] = True
            self.close_connection = True
        finally:
            entry["seconds"] = round(time.monotonic() - started, 3)
            if is_query:
                server.log.query_ends()
            server.log.end()

    do_GET = do_POST = do_DELETE = do_PUT = do_HEAD = _serve

    def _send(self, reply, entry):
        body, headers = reply.body, reply.headers
        self.send_response_only(reply.status)
        self.send_header("Date", headers.pop("Date", None) or self.date_time_string(
            time.time() + self.server.stub.settings["clock_offset"]))
        if self.headers.get("x-ms-client-request-id"):
            self.send_header("x-ms-client-request-id", self.headers["x-ms-client-request-id"])
        for name, value in headers.items():
            self.send_header(name, value)
        if not isinstance(body, bytes):
            self._send_pieces(body, entry)
            return
        if reply.status != 204:
            # An answer that breaks off has promised more than comes.
            self.send_header("Content-Length", str(2 * len(body) + 1 if reply.end else len(body)))
        self.end_headers()
        entry["bytesSent"] = len(body)
        if self.command != "HEAD" and reply.status != 204:
            self._send_whole(body, reply)
        if reply.end:
            self._break_off(reply.end)

    def _send_pieces(self, pieces, entry):
        """A body of any length in chunks, compressed for those who accept that."""
        packer = None
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            packer = zlib.compressobj(1, wbits=31)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        entry["bytesSent"] = 0

        def send(data):
            if data:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
                entry["bytesSent"] += len(data)

        for piece in pieces:
            send(packer.compress(piece) if packer else piece)
        send(packer.flush() if packer else b"")
        self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()

    def _send_whole(self, body, reply):
        if reply.pause:
            pieces, seconds = reply.pause
            step = max(1, -(-len(body) // pieces))
            for place in range(0, len(body), step):
                self.wfile.write(body[place:place + step])
                self.wfile.flush()
                time.sleep(seconds)
        else:
            self.wfile.write(body)
            self.wfile.flush()

    def _break_off(self, how):
        self.close_connection = True
        if how == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            os.close(self.connection.detach())

    def do_CONNECT(self):
        """A tunnel to the TLS port, whatever host is asked for."""
        entry = {"time": ticks.text(int(time.time() * ticks.SECOND)), "scheme": "http", "method": "CONNECT",
                 "target": self.path, "path": self.path, "headers": {}, "status": 200}
        self.server.log.start(entry)
        self.server.log.end()
        self.close_connection = True
        if self.server.tunnel is None:
            self.send_error(502)
            return
        with socket.create_connection(("127.0.0.1", self.server.tunnel)) as other:
            self.send_response_only(200, "Connection established")
            self.end_headers()
            self.wfile.flush()
            _joined(self.connection, other)


def _joined(one, other):
    """Copies both ways until one side ends."""
    with selectors.DefaultSelector() as waiting:
        waiting.register(one, selectors.EVENT_READ, other)
        waiting.register(other, selectors.EVENT_READ, one)
        while True:
            for key, _ in waiting.select():
                data = key.fileobj.recv(65_536)
                if not data:
                    return
                key.data.sendall(data)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--folder", required=True)
    arguments.add_argument("--http", action="store_true", help="without TLS")
    given = arguments.parse_args()
    os.makedirs(given.folder, exist_ok=True)
    stub, log = service.Service(), control.Log()
    plain = Server(stub, log)
    addresses = {"https": None, "http": f"http://127.0.0.1:{plain.server_port}", "ca": None}
    servers = [plain]
    if not given.http:
        secure = Server(stub, log, tls.server_context(given.folder))
        servers.append(secure)
        plain.tunnel = secure.server_port
        addresses["https"] = f"https://localhost:{secure.server_port}"
        addresses["ca"] = os.path.join(os.path.abspath(given.folder), "ca.pem")
    for server in servers:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    print(json.dumps(addresses), flush=True)
    while sys.stdin.buffer.read(4096):
        pass


if __name__ == "__main__":
    main()
