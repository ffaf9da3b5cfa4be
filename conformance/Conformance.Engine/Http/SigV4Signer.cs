using System.Runtime.InteropServices;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>AWS Signature Version 4 in headers; the body's digest is always part of what is signed.</summary>
/// <param name="accessKeyId">Access key id.</param>
/// <param name="secretAccessKey">Secret access key.</param>
/// <param name="region">Region to sign for, such as us-east-1.</param>
/// <param name="service">Signing name of the service, such as <c>s3</c>.</param>
/// <param name="sessionToken">ApiSession token of temporary credentials; null for lasting ones.</param>
internal sealed class SigV4Signer(
    string accessKeyId,
    string secretAccessKey,
    string region,
    string service,
    string? sessionToken = null
) : ISigner
{
    private readonly AWSCredentials credentials = sessionToken is null
        ? new BasicAWSCredentials(accessKeyId, secretAccessKey)
        : new SessionAWSCredentials(accessKeyId, secretAccessKey, sessionToken);

    private readonly RegionEndpoint endpoint = RegionEndpoint.GetBySystemName(region);

    /// <inheritdoc/>
    public ImmutableArray<string> SecretHeaders { get; } = ["Authorization", "X-Amz-Security-Token"];

    /// <inheritdoc/>
    public ImmutableArray<Header> Sign(Uri url, WireRequest request, DateTimeOffset now)
    {
        var toSign = new AWSSigningRequest
        {
            HttpMethod = HttpMethod.Parse(request.Method),
            RequestUri = url,
            Content = BytesOf(request.Body),
        };
        var parameters = new AWSSigV4Parameters
        {
            Credentials = credentials,
            Region = endpoint,
            Service = service,
            SignedAt = now.UtcDateTime,
        };
        var signed = AWSSigV4Signer.Sign(toSign, parameters).Headers;
        return [.. signed.Select(header => new Header(header.Key, header.Value))];
    }

    private static byte[]? BytesOf(ReadOnlyMemory<byte>? body)
    {
        if (body is not { } bytes)
            return null;
        var isWholeArray = MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array?.Length == segment.Count;
        return isWholeArray ? segment.Array : bytes.ToArray();
    }
}
