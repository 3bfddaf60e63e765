// OpenID Connect providers for the tests of citizens' sign-in: oidc-provider, a certified one, each on a port of its own
// in this one process. The first line on standard output is the address at which providers are ordered:
//   POST /                {redirect_uri}                                  → {id, issuer}
//   POST /<id>            {redirect_uri} | {rotate} | {tamper} | {down}   → what was seen
//   GET  /<id>                                                            → {state, redirect}: of the last sign-in
// The process ends with its standard input, so that it never outlives the tests.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import { SignJWT, UnsecuredJWT, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import Provider from 'oidc-provider';

const client = { id: 'livelihood-portal', secret: 'only-for-tests: a secret & 100% "odd"' };
const known = new Map();

class TestProvider {
  #server = http.createServer((request, response) => this.#callback(request, response));
  #callback;
  #key;
  #port = 0;
  #redirectUris = ['http://127.0.0.1/unset'];
  #tamper = null;
  seen = { state: null, redirect: null };

  async start() {
    await this.#listen();
    this.rotate();
    return { issuer: this.issuer };
  }

  get issuer() {
    return `http://127.0.0.1:${this.#port}`;
  }

  rotate() {
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    this.#key = { ...key, kid: randomUUID(), alg: 'RS256', use: 'sig' };
    this.#make();
  }

  async change({ redirect_uri: redirectUri, rotate, tamper, down }) {
    if (redirectUri) {
      this.#redirectUris = [redirectUri];
      this.#make();
    }
    if (rotate) this.rotate();
    if (tamper !== undefined) this.#tamper = tamper;
    if (down === true) {
      this.#server.closeAllConnections();
      await new Promise((closed) => { this.#server.close(closed); });
    }
    if (down === false) await this.#listen();
  }

  #listen() {
    return new Promise((listening) => {
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#port = this.#server.address().port;
        listening();
      });
    });
  }

  #make() {
    const provider = new Provider(this.issuer, {
      clients: [{
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: this.#redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      }],
      jwks: { keys: [this.#key] },
      cookies: { keys: ['only for tests'] },
      // Whoever signs in agrees.
      async loadExistingGrant(ctx) {
        const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
    provider.use(async (ctx, next) => {
      if (ctx.path === '/token' && this.#tamper === 'hang-up') {
        ctx.respond = false;
        ctx.req.socket.destroy();
        return;
      }
      await next();
      if (ctx.path === '/auth') this.seen.state = ctx.query.state;
      const location = ctx.response.get('location');
      if (location?.startsWith(this.#redirectUris[0])) this.seen.redirect = location;
      if (ctx.path === '/token' && this.#tamper && ctx.body?.id_token) {
        ctx.body.id_token = await this.#forge(ctx.body.id_token);
      }
    });
    this.#callback = provider.callback();
  }

  // The token of the real provider with one thing wrong, signed by the real provider's key.
  async #forge(token) {
    const claims = decodeJwt(token);
    const header = decodeProtectedHeader(token);
    const hour = 3600;
    switch (this.#tamper) {
      case 'nonce': claims.nonce = 'of-another-sign-in'; break;
      case 'no-nonce': delete claims.nonce; break;
      case 'audience': claims.aud = 'another-client'; break;
      case 'more-audiences': claims.aud = [client.id, 'another-client']; break;
      case 'issuer': claims.iss = 'https://elsewhere.example'; break;
      case 'expired': [claims.iat, claims.exp] = [claims.iat - 2 * hour, claims.iat - hour]; break;
      case 'unsigned': return new UnsecuredJWT(claims).encode();
      case 'own-secret': return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(client.secret));
      case 'foreign-key': {
        const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
        return new SignJWT(claims).setProtectedHeader(header).sign(key);
      }
      default: throw new Error(`No such fault: ${this.#tamper}`);
    }
    return new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(this.#key, 'RS256'));
  }
}

async function answer(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const wanted = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
  const id = request.url.slice(1);
  if (!id) {
    const provider = new TestProvider();
    const made = { id: randomUUID(), ...await provider.start(), client_id: client.id, client_secret: client.secret };
    known.set(made.id, provider);
    await provider.change(wanted);
    return made;
  }
  const provider = known.get(id);
  await provider.change(wanted);
  return provider.seen;
}

const orders = http.createServer(async (request, response) => {
  try {
    response.end(JSON.stringify(await answer(request)));
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error.stack));
  }
});
orders.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${orders.address().port}`));
process.stdin.resume().on('end', () => process.exit());
