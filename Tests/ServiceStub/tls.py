"""A certificate authority and a server certificate, made anew for each run."""

import os
import ssl
import subprocess

# The services' own names too, for clients that come through the stub as their proxy.
HOSTS = (
    "localhost", "login.microsoftonline.com", "api.loganalytics.azure.com", "api.loganalytics.io",
    "api.applicationinsights.io", "api.applicationinsights.azure.com", "stub.westeurope.kusto.windows.net",
)


def _openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


def server_context(folder):
    """Writes `ca.pem` and the rest into a folder; the context of a server."""
    def path(name):
        return os.path.join(folder, name)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    _openssl("req", "-x509", *key, "-days", "2", "-subj", "/CN=Service stub authority",
             "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout", path("ca.key"), "-out", path("ca.pem"))
    _openssl("req", *key, "-subj", "/CN=localhost", "-keyout", path("server.key"), "-out", path("server.csr"))
    names = ",".join([f"DNS:{host}" for host in HOSTS] + ["IP:127.0.0.1"])
    with open(path("server.ext"), "w", encoding="ascii") as file:
        file.write(f"subjectAltName={names}\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n"
                   "keyUsage=critical,digitalSignature\nsubjectKeyIdentifier=hash\n"
                   "authorityKeyIdentifier=keyid\n")
    _openssl("x509", "-req", "-in", path("server.csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
             "-CAcreateserial", "-days", "2", "-extfile", path("server.ext"), "-out", path("server.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(path("server.pem"), path("server.key"))
    context.set_alpn_protocols(["http/1.1"])
    return context
