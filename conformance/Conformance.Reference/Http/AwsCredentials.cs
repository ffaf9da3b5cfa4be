namespace Conformance.Reference.Http;

/// <summary>A key pair with which clients sign their requests.</summary>
/// <param name="AccessKeyId">Its public half.</param>
/// <param name="SecretAccessKey">Its secret half; never written anywhere.</param>
public sealed record AwsCredentials(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>The public half alone.</summary>
    public override string ToString() => $"AwsCredentials {AccessKeyId}";
}
