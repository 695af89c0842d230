// The registration of the bot on Azure Bot Service: single tenant, with Microsoft Teams as its only channel.
// UNTESTED: written from the documentation of the resource types, never deployed. Read `az deployment group what-if` first.
//
//   az deployment group create --resource-group <group> --template-file deploy/teams/bot.bicep \
//     --parameters appId=<application id> publicUrl=https://bot.example.se
//
// The app registration in Entra ID is made before (docs/teams.md, step 1): Bicep does not make it, and no secret stands here.

@description('Name of the resource: 4 to 42 letters, digits, hyphens or underscores.')
@minLength(4)
@maxLength(42)
param botName string = 'etjanstekort-bot'

@description('What people see where Azure shows the bot. Teams shows the name in the app package.')
@maxLength(42)
param displayName string = 'Korthjälpen'

@description('Application (client) ID of the app registration: MICROSOFT_APP_ID.')
param appId string

@description('Directory (tenant) ID of the people who may use the bot: MICROSOFT_APP_TENANT_ID.')
param appTenantId string = tenant().tenantId

@description('Where the bot is reached from the internet: PUBLIC_URL, without a path.')
param publicUrl string

@description('F0 is free and enough for Teams, which is a standard channel; S1 has a service level agreement.')
@allowed(['F0', 'S1'])
param sku string = 'S1'

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: '${publicUrl}/api/messages'
    msaAppId: appId
    msaAppType: 'SingleTenant'
    msaAppTenantId: appTenantId
    // No other way in than a token of the app registration.
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: false
    }
  }
}

output messagingEndpoint string = bot.properties.endpoint
