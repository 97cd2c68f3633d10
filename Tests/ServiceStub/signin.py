"""Tokens: Entra's endpoints, the managed identity endpoints, and the check of what comes back."""

import base64
import hashlib
import hmac
import json
import os
import secrets
import subprocess
import tempfile
import threading
import time
import urllib.parse

TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee"
CLIENT = "00001111-aaaa-2222-bbbb-3333cccc4444"
SECRET = "a-secret-of-the-stub"
ASSERTION_KIND = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class Refusal(Exception):
    """An answer that is no token: a status and a JSON body."""

    def __init__(self, status, body, headers=()):
        super().__init__(str(body))
        self.status, self.body, self.headers = status, body, headers


def _encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _entra_error(status, error, code, text):
    return Refusal(status, {
        "error": error, "error_description": f"AADSTS{code}: {text}", "error_codes": [code],
        "timestamp": time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime()),
        "trace_id": "0000aaaa-11bb-cccc-dd22-eeeeee333333",
        "correlation_id": "aaaa0000-bb11-2222-33cc-444444dddddd",
    })


class SignIn:
    """Issues tokens and knows them again. `settings` is shared with the control API."""

    def __init__(self, settings):
        self.settings = settings
        self._key = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self.issued = 0

    def now(self):
        return time.time() + self.settings["clock_offset"]

    # Tokens

    def token(self, audience, lifetime):
        with self._lock:
            self.issued += 1
            number = self.issued
        now = int(self.now())
        claims = {"aud": audience, "iss": f"https://sts.windows.net/{self.settings['tenant']}/",
                  "iat": now, "nbf": now, "exp": now + lifetime, "appid": self.settings["client_id"],
                  "tid": self.settings["tenant"], "ver": "1.0", "jti": f"stub-{number}"}
        head = _encoded(json.dumps({"typ": "JWT", "alg": "HS256"}).encode())
        body = _encoded(json.dumps(claims).encode())
        return f"{head}.{body}.{self._sign(head, body)}"

    def _sign(self, head, body):
        return _encoded(hmac.new(self._key, f"{head}.{body}".encode(), hashlib.sha256).digest())

    def claims(self, authorization):
        """Claims of a bearer token and its state: `good`, `expired`, `missing` or `malformed`."""
        if not authorization:
            return {}, "missing"
        kind, _, token = authorization.partition(" ")
        parts = token.strip().split(".")
        if kind.lower() != "bearer" or len(parts) != 3:
            return {}, "malformed"
        if not hmac.compare_digest(self._sign(parts[0], parts[1]), parts[2]):
            return {}, "malformed"
        claims = json.loads(_decoded(parts[1]))
        return claims, "good" if claims["exp"] > self.now() else "expired"

    def _is_known(self, audience):
        plain = audience.rstrip("/")
        host = urllib.parse.urlsplit(plain).hostname or ""
        return plain in self.settings["audiences"] or host.endswith(
            (".kusto.windows.net", ".kusto.fabric.microsoft.com")) or host in ("localhost", "127.0.0.1")

    # Entra

    def entra(self, tenant, version, form, host, lifetime):
        """The answer of a token endpoint."""
        if tenant not in (self.settings["tenant"], *self.settings["tenants"]):
            raise _entra_error(400, "invalid_request", 90002,
                               f"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID.")
        if form.get("grant_type") != "client_credentials":
            raise _entra_error(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.")
        client = form.get("client_id", "")
        if client != self.settings["client_id"]:
            raise _entra_error(400, "unauthorized_client", 700016,
                               f"Application with identifier '{client}' was not found in the directory 'Contoso'.")
        self._check_proof(form, tenant, host)
        if version == 2:
            scope = form.get("scope", "")
            wanted = [part for part in scope.split() if part not in ("openid", "profile", "offline_access")]
            audience = wanted[0][:-len("/.default")] if len(wanted) == 1 and wanted[0].endswith("/.default") else None
            if audience is None:
                raise _entra_error(400, "invalid_scope", 70011,
                                   "The provided request must include a 'scope' input parameter. The provided "
                                   f"value for the input parameter 'scope' is not valid. The scope {scope} is not valid.")
        else:
            audience = form.get("resource", "")
        if audience.rstrip("/") in self.settings["disabled_audiences"]:
            raise _entra_error(400, "invalid_resource", 500014,
                               f"The service principal for resource '{audience}' is disabled.")
        if not self._is_known(audience):
            code, error = (70011, "invalid_scope") if version == 2 else (500011, "invalid_resource")
            raise _entra_error(400, error, code, f"The resource principal named {audience} was not found in the tenant.")
        answer = {"token_type": "Bearer", "expires_in": lifetime, "ext_expires_in": lifetime,
                  "access_token": self.token(audience, lifetime)}
        if version == 1:
            now = int(self.now())
            answer.update(expires_in=str(lifetime), ext_expires_in=str(lifetime), not_before=str(now),
                          expires_on=str(now + lifetime), resource=audience)
        return answer

    def _check_proof(self, form, tenant, host):
        if "client_assertion" in form:
            if form.get("client_assertion_type") != ASSERTION_KIND:
                raise _entra_error(400, "invalid_request", 900144, "The client_assertion_type is not valid.")
            self._check_assertion(form["client_assertion"], tenant, host)
        elif "client_secret" not in form:
            raise _entra_error(401, "invalid_client", 7000218,
                               "The request body must contain the following parameter: "
                               "'client_assertion' or 'client_secret'.")
        elif form["client_secret"] == self.settings["expired_secret"]:
            raise _entra_error(401, "invalid_client", 7000222,
                               f"The provided client secret keys for app '{CLIENT}' are expired.")
        elif form["client_secret"] != self.settings["secret"]:
            raise _entra_error(401, "invalid_client", 7000215,
                               "Invalid client secret provided. Ensure the secret being sent in the request is "
                               "the client secret value, not the client secret ID.")

    def _check_assertion(self, assertion, tenant, host):
        federated = self.settings["federated_token"]
        if federated is not None and assertion.strip() == federated.strip():
            return
        parts = assertion.split(".")
        try:
            head, claims = json.loads(_decoded(parts[0])), json.loads(_decoded(parts[1]))
            signature = _decoded(parts[2])
        except (ValueError, IndexError):
            raise _entra_error(401, "invalid_client", 50027, "JWT token is invalid or malformed.") from None
        certificate = self.settings["certificate"]
        if certificate is None:
            raise _entra_error(401, "invalid_client", 70021,
                               "No matching federated identity record found for presented assertion subject.")
        der = subprocess.run(["openssl", "x509", "-outform", "DER"], input=certificate.encode(),
                             capture_output=True, check=True).stdout
        expected = {"PS256": ("x5t#S256", hashlib.sha256(der).digest()),
                    "RS256": ("x5t", hashlib.sha1(der).digest())}.get(head.get("alg"))
        # Some write the thumbprint with the padding that base64url leaves out.
        if expected is None or str(head.get(expected[0])).rstrip("=") != _encoded(expected[1]):
            raise _entra_error(401, "invalid_client", 700027,
                               "The certificate with identifier used to sign the client assertion is not registered "
                               "on application.")
        issuers = [f"https://{host}/{tenant}/oauth2/v2.0/token", f"https://{host}/{tenant}/oauth2/token",
                   f"https://{host}/{tenant}/v2.0", f"http://{host}/{tenant}/oauth2/v2.0/token"]
        now, client = self.now(), self.settings["client_id"]
        if claims.get("aud") not in issuers or not claims.get("jti"):
            raise _entra_error(401, "invalid_client", 700023, "Client assertion audience claim does not match Realm issuer.")
        if claims.get("iss") != client or claims.get("sub") != client:
            raise _entra_error(401, "invalid_client", 700021,
                               "Client assertion application identifier doesn't match 'client_id' parameter.")
        if not claims.get("nbf", 0) - 300 <= now <= claims.get("exp", 0) + 300:
            raise _entra_error(401, "invalid_client", 700024,
                               "Client assertion is not within its valid time range. Current time: "
                               f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(now))}, expiry time of assertion "
                               f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(claims.get('exp', 0)))}.")
        if not _is_signed(certificate, head["alg"], ".".join(parts[:2]).encode(), signature):
            raise _entra_error(401, "invalid_client", 700027,
                               "Client assertion contains an invalid signature. [Reason - The key was not used to "
                               "sign the assertion.]")

    # Managed identity

    def imds(self, query, headers, lifetime):
        if headers.get("Metadata", "").lower() != "true":
            raise Refusal(400, {"error": "invalid_request",
                                "error_description": "Required metadata header not specified"})
        if query.get("api-version") != "2018-02-01":
            raise Refusal(400, {"error": "bad_request_102", "error_description": "Invalid api-version"})
        return self._identity(query, lifetime)

    def app_service(self, query, headers, lifetime):
        if headers.get("X-IDENTITY-HEADER") != self.settings["identity_header"]:
            raise Refusal(401, {"statusCode": 401, "message": "The X-IDENTITY-HEADER is missing or wrong."})
        if query.get("api-version") != "2019-08-01":
            raise Refusal(400, {"statusCode": 400, "message": "Invalid api-version."})
        return self._identity(query, lifetime)

    def _identity(self, query, lifetime):
        resource = query.get("resource", "")
        if not self._is_known(resource):
            raise Refusal(400, {"error": "invalid_resource", "error_description":
                                f"AADSTS50001: The application named {resource} was not found in the tenant."})
        wanted = [query[name] for name in ("client_id", "object_id", "msi_res_id", "mi_res_id") if name in query]
        identities = self.settings["identities"]
        if not identities or len(wanted) > 1 or (wanted and wanted[0] not in identities):
            raise Refusal(400, {"error": "invalid_request", "error_description": "Identity not found"})
        now = int(self.now())
        return {"access_token": self.token(resource, lifetime), "refresh_token": "",
                "expires_in": str(lifetime), "expires_on": str(now + lifetime), "not_before": str(now),
                "resource": resource, "token_type": "Bearer", "client_id": wanted[0] if wanted else CLIENT}


def _is_signed(certificate, algorithm, signed, signature):
    with tempfile.TemporaryDirectory() as folder:
        key, proof = os.path.join(folder, "key.pem"), os.path.join(folder, "signature")
        public = subprocess.run(["openssl", "x509", "-pubkey", "-noout"], input=certificate.encode(),
                                capture_output=True, check=True).stdout
        with open(key, "wb") as file:
            file.write(public)
        with open(proof, "wb") as file:
            file.write(signature)
        padding = []
        if algorithm == "PS256":
            padding = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"]
        check = subprocess.run(["openssl", "dgst", "-sha256", "-verify", key, *padding, "-signature", proof],
                               input=signed, capture_output=True)
        return check.returncode == 0


def discovery(base, tenant):
    """What libraries ask before they ask for a token."""
    return {
        "token_endpoint": f"{base}/{tenant}/oauth2/v2.0/token",
        "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"],
        "authorization_endpoint": f"{base}/{tenant}/oauth2/v2.0/authorize",
        "device_authorization_endpoint": f"{base}/{tenant}/oauth2/v2.0/devicecode",
        "jwks_uri": f"{base}/{tenant}/discovery/v2.0/keys",
        "issuer": f"{base}/{tenant}/v2.0", "response_types_supported": ["code"],
        "subject_types_supported": ["pairwise"], "id_token_signing_alg_values_supported": ["RS256"],
    }


def instance_discovery(base, host):
    return {"tenant_discovery_endpoint": f"{base}/common/v2.0/.well-known/openid-configuration",
            "api-version": "1.1",
            "metadata": [{"preferred_network": host, "preferred_cache": host, "aliases": [host]}]}
