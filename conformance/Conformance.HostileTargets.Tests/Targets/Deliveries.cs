using System.Net;
using System.Text;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Pennsieve;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Webhooks as targets should not send them.</summary>
internal static class Deliveries
{
    private static readonly ImmutableArray<string> Few = ["*/webhook/one-at-the-end", "*/webhook/status"];

    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Delivers(
            "DeliversGarbage",
            "sends webhooks that are no JSON",
            AccusedOrInconclusive("*/webhook/*"),
            _ => "\0\u0001garbage"
        ),
        Delivers("DeliversNothing", "sends webhooks without a body", AccusedOrInconclusive("*/webhook/*"), _ => ""),
        Delivers(
            "DeliversNested100000Deep",
            "sends webhooks with a member that nests 100,000 deep",
            NotAccused,
            body => $"{{\"extra\":{new string('[', 100_000)}{new string(']', 100_000)},{body[1..]}"
        ),
        Delivers(
            "DeliversNested200Deep",
            "sends webhooks with a member that nests 200 deep",
            Conformant,
            body => $"{{\"extra\":{new string('[', 200)}{new string(']', 200)},{body[1..]}"
        ),
        Delivers(
            "Delivers5MB",
            "sends webhooks with a member of 5 MB",
            NotAccused,
            body => $"{{\"extra\":\"{new string('x', 5_000_000)}\",{body[1..]}"
        ),
        InVain(
            Delivers(
                "Delivers20MB",
                "sends webhooks with a member of 20 MB",
                NotAccused,
                body => $"{{\"extra\":\"{new string('x', 20_000_000)}\",{body[1..]}"
            )
        ),
        Delivers(
            "DeliversInvalidUtf8",
            "sends webhooks with octets that are no UTF-8",
            Whatever("*/webhook/*"),
            body => $"{{\"extra\":\"\u00ff\u00fe\",{body[1..]}"
        ),
        Change(
            "DeliversAThousandTimes",
            "sends each webhook a thousand times",
            Whatever("*/webhook/*"),
            Correct with
            {
                OnEnded = occasion => WebhookOccasion.AtTheEnd(occasion).SelectMany(d => Enumerable.Repeat(d, 1000)),
            }
        ),
        Change(
            "DeliversToOtherPaths",
            "sends each webhook to five other paths of the receiver as well",
            Whatever("*/webhook/*"),
            Correct with
            {
                OnEnded = occasion => WebhookOccasion.AtTheEnd(occasion).SelectMany(ToOtherPaths),
            }
        ),
        InVain(
            Change(
                "DeliversAsGet",
                "asks with GET for what it should send",
                Accused("*/webhook/*"),
                Correct with
                {
                    FinishWebhook = webhook => webhook with { Method = "GET", Body = default },
                }
            )
        ),
        Change(
            "DeliversWithHostileHeaders",
            "sends webhooks with 20 KB of headers",
            Whatever("*/webhook/*"),
            Correct with
            {
                Sign = (webhook, signer) =>
                    [.. WebhookSigner.Sign(webhook, signer), new("X-Large", new string('x', 20_000))],
            }
        ),
        new(
            "DeliversBeforeItResponds",
            "pennsieve",
            "sends webhooks before it has responded to the request",
            Conformant
        )
        {
            Only = Few,
            Change = right =>
                right with
                {
                    PennsieveOptions = right.PennsieveOptions with { RunDelay = TimeSpan.Zero },
                },
            Wire = Twist.Requests(Late),
        },
        new("DeliversOctetByOctet", "pennsieve", "sends webhooks octet by octet", Conformant)
        {
            Only = Few,
            Change = right =>
                right with
                {
                    PennsieveOptions = right.PennsieveOptions with { NewCallbackHandler = () => new OctetByOctet() },
                },
        },
    ];

    private static HostileTarget Change(
        string name,
        string says,
        ExpectedVerdict expected,
        PennsieveBehaviour behaviour
    ) => new(name, "pennsieve", says, expected) { Only = Few, Change = right => right with { Pennsieve = behaviour } };

    /// <summary>A target for whose webhooks the kit waits in vain.</summary>
    private static HostileTarget InVain(HostileTarget target) =>
        target with
        {
            ClockSpeed = 10,
            RequestTimeoutSeconds = 900,
        };

    /// <summary>Other bodies, every byte one character.</summary>
    private static HostileTarget Delivers(
        string name,
        string says,
        ExpectedVerdict expected,
        Func<string, string> body
    ) =>
        Change(
            name,
            says,
            expected,
            Correct with
            {
                FinishWebhook = webhook =>
                    webhook with
                    {
                        Body = Encoding.Latin1.GetBytes(body(Encoding.Latin1.GetString(webhook.Body.Span))),
                    },
            }
        );

    private static IEnumerable<Delivery> ToOtherPaths(Delivery delivery) =>
        from path in (string[])
            ["", "/", "/../../etc/passwd", "/%00", "?x=<script>hostile()</script>", "/" + new string('x', 5_000)]
        select delivery with
        {
            Url = new Uri(delivery.Url + path),
        };

    private static async Task Late(Pass pass)
    {
        var (head, body) = await pass.ResponseAsync();
        await pass.DawdleAsync(TimeSpan.FromMilliseconds(100));
        await pass.WriteAsync(head + body);
    }

    private sealed class OctetByOctet : DelegatingHandler
    {
        public OctetByOctet()
            : base(new SocketsHttpHandler { UseProxy = false }) { }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            var slow = new SlowContent(body);
            foreach (var (name, value) in request.Content.Headers)
                slow.Headers.TryAddWithoutValidation(name, value);
            request.Content = slow;
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class SlowContent(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var octet in body)
            {
                await stream.WriteAsync((byte[])[octet]);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
