namespace Conformance.Engine.Configuration;

/// <summary>What a secret is for, which decides what may stand in it.</summary>
public enum SecretUse
{
    /// <summary>A part of a header, as it stands: printable ASCII, without blanks around it.</summary>
    InHeader,

    /// <summary>The id of an access key, which a signature names: public by itself, and without what ends it there.</summary>
    AccessKeyId,

    /// <summary>A user's name in Basic credentials: any text without a colon, which ends it there.</summary>
    UserName,

    /// <summary>A password in Basic credentials: any text.</summary>
    Password,

    /// <summary>The URL of a proxy, which may hold a password.</summary>
    ProxyUrl,
}
